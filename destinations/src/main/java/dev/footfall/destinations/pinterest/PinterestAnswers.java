package dev.footfall.destinations.pinterest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.destinations.answer.JsonAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads Pinterest's answers. Nothing counts as success but an entry {@code processed} of a list
 * with one entry for each event.
 */
final class PinterestAnswers {
  private static final int UNPROCESSABLE = 422;

  private PinterestAnswers() {}

  /** What an answer means for the events with these ids. */
  static Reading read(HttpAnswer answer, List<String> ids) {
    JsonNode body = JsonAnswer.of(answer);
    int status = answer.status();
    if (status / 100 == 2) {
      return entries(body, answer, ids);
    }
    if (status == UNPROCESSABLE) {
      JsonNode details = body.path("details");
      return entries(details.isObject() ? details : body, answer, ids);
    }
    String words = inWords(body, answer);
    return switch (status) {
      case 401 ->
          new Reading.Stop(
              Code.CREDENTIALS_REJECTED, words + "; make a new conversion access token");
      case 403 -> new Reading.Stop(isAboutTerms(body) ? Code.TERMS_NOT_ACCEPTED : DENIED, words);
      case 404 -> new Reading.Stop(DENIED, words + "; check ad_account_id");
      case 429 -> new Reading.TryAgain(Reading.Cause.THROTTLE, Optional.empty(), words);
      case 408 -> new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), words);
      default ->
          status >= 500
              ? new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), words)
              : refusedWhole(body, answer);
    };
  }

  private static final Code DENIED = Code.PERMISSION_DENIED;

  private static boolean isAboutTerms(JsonNode body) {
    String message = body.path("message").asText("").toLowerCase(Locale.ROOT);
    return message.contains("terms") || message.contains("agreement");
  }

  private static String inWords(JsonNode body, HttpAnswer answer) {
    String message = PlatformWords.of(body.path("message").asText(""));
    return "Pinterest " + name(body, answer) + (message.isEmpty() ? "" : ": " + message);
  }

  private static String name(JsonNode body, HttpAnswer answer) {
    JsonNode code = body.path("code");
    return code.canConvertToLong() ? code.asText() : "HTTP " + answer.status();
  }

  private static Reading refusedWhole(JsonNode body, HttpAnswer answer) {
    String message = PlatformWords.of(body.path("message").asText(""));
    return new Reading.RefusedWhole(
        new Outcome.Refused(Code.PLATFORM_REJECTED, name(body, answer), message),
        OptionalInt.empty());
  }

  /** One outcome for each entry; a list that is missing or of another length tells nothing. */
  private static Reading entries(JsonNode counted, HttpAnswer answer, List<String> ids) {
    JsonNode entries = counted.path("events");
    JsonNode whole = JsonAnswer.of(answer);
    if (JsonAnswer.tellsOfFault(whole) || !entries.isArray() || entries.size() != ids.size()) {
      JsonNode processed = counted.path("num_events_processed");
      return processed.isIntegralNumber() && processed.asText().equals("0")
          ? refusedWhole(whole, answer)
          : new Reading.Lost("HTTP " + answer.status() + " without an entry for each event");
    }
    List<Outcome> outcomes = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      outcomes.add(outcome(entries.get(i), name(whole, answer), ids.get(i)));
    }
    return new Reading.Settled(outcomes);
  }

  private static Outcome outcome(JsonNode entry, String platformCode, String id) {
    String status = entry.path("status").asText("");
    if (status.equals("processed")) {
      String warning = PlatformWords.of(said(entry, "warning_message"));
      return warning.isEmpty()
          ? Outcome.Accepted.PLAIN
          : new Outcome.Accepted(Optional.of(Code.PLATFORM_WARNING), warning);
    }
    if (status.equals("failed")) {
      String error = PlatformWords.of(said(entry, "error_message"));
      boolean wantsId = id.isEmpty() && error.contains("event_id");
      return new Outcome.Refused(
          Code.PLATFORM_REJECTED,
          platformCode,
          wantsId ? error + "; set event_id_without_order to derived" : error);
    }
    return new Outcome.Unknown("an entry that is neither processed nor failed");
  }

  private static String said(JsonNode entry, String key) {
    return entry.path(key).isTextual() ? entry.path(key).asText() : "";
  }
}
