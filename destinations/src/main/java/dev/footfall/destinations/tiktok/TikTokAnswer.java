package dev.footfall.destinations.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.destinations.answer.JsonAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TikTok's envelope: HTTP 200 for success and for most errors alike; the code decides.
 *
 * @param status of HTTP
 * @param code 0 for success
 * @param data what the code is about; missing when there is none
 */
record TikTokAnswer(int status, int code, String message, JsonNode data) {
  private static final Pattern PLACE =
      Pattern.compile("(?:data|batch)[.\\[]\\s*(\\d{1,6})", Pattern.CASE_INSENSITIVE);
  private static final Pattern TERMS =
      Pattern.compile("\\b(terms|agreements?)\\b", Pattern.CASE_INSENSITIVE);
  private static final Set<String> GENERIC =
      Set.of(
          "",
          "error",
          "unknown error",
          "system error",
          "internal error",
          "invalid parameter",
          "invalid parameters",
          "invalid params",
          "invalid request",
          "bad request",
          "failed",
          "fail");
  private static final String HINT =
      "TikTok does not say why; check event_set_id, advertiser_id and the event's name";

  /** The envelope in an answer; empty when it holds none. */
  static Optional<TikTokAnswer> of(HttpAnswer answer) {
    return JsonAnswer.object(answer)
        .filter(body -> body.path("code").isIntegralNumber() && body.path("code").canConvertToInt())
        .filter(body -> body.path("code").intValue() != 0 || !JsonAnswer.tellsOfFault(body))
        .map(
            body ->
                new TikTokAnswer(
                    answer.status(),
                    body.path("code").intValue(),
                    body.path("message").asText("").strip(),
                    body.path("data")));
  }

  boolean isSuccess() {
    return code == 0 && status >= 200 && status < 300;
  }

  boolean isAboutTerms() {
    return TERMS.matcher(message).find();
  }

  /** TikTok's own words, with a hint where they say nothing. */
  String words() {
    String plain = message.replaceAll("[.!\\s]+$", "").toLowerCase(Locale.ROOT);
    if (!GENERIC.contains(plain)) {
      return PlatformWords.of(message);
    }
    return message.isEmpty() ? HINT : PlatformWords.of(message) + " (" + HINT + ")";
  }

  /** The words with the code in front. */
  String inWords() {
    return "TikTok " + code + ": " + words();
  }

  /** The first place that the message names as {@code Data.1} or {@code Batch.1}, from 0. */
  OptionalInt place() {
    List<Integer> places = places();
    return places.isEmpty() ? OptionalInt.empty() : OptionalInt.of(places.get(0));
  }

  /** All places that the message, or a text in the data, names. */
  List<Integer> places() {
    List<Integer> places = new ArrayList<>();
    find(message, places);
    texts(data, places);
    return places;
  }

  private static void texts(JsonNode node, List<Integer> places) {
    if (node.isTextual()) {
      find(node.textValue(), places);
    }
    node.forEach(inner -> texts(inner, places));
  }

  private static void find(String text, List<Integer> places) {
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      places.add(Integer.valueOf(matcher.group(1)));
    }
  }

  /** Event ids in a list of objects somewhere in the data. */
  List<String> eventIds() {
    List<String> ids = new ArrayList<>();
    ids(data, ids);
    return ids;
  }

  private static void ids(JsonNode node, List<String> ids) {
    node.forEach(
        inner -> {
          if (node.isArray() && inner.path("event_id").isTextual()) {
            ids.add(inner.path("event_id").textValue());
          } else {
            ids(inner, ids);
          }
        });
  }
}
