package dev.footfall.destinations.google;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Data Manager API's answers. A request is taken whole, with an id and no word on single
 * events, or refused whole with the paths of what is wrong.
 */
final class DataManagerAnswers {
  private static final Duration THROTTLED = Duration.ofSeconds(60);
  private static final int ROUNDS = 5;
  private static final byte[] CART_DATA = JsonBytes.key("cartData");
  private static final Pattern EVENT = Pattern.compile("(?:^|\\.)events\\[([0-9]{1,6})]");
  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final Set<String> WITHOUT_CART =
      Set.of("INVALID_MERCHANT_ID", "INVALID_MERCHANT_FEED_LANGUAGE_CODE");
  private static final Map<String, Code> REFUSALS =
      Map.of(
          "INVALID_HEX_ENCODING", Code.BAD_IDENTIFIER,
          "INVALID_SHA256_FORMAT", Code.BAD_IDENTIFIER,
          "TOO_MANY_USER_IDENTIFIERS", Code.BAD_IDENTIFIER,
          "NO_IDENTIFIERS_PROVIDED", Code.MISSING_IDENTITY,
          "EVENT_TIME_INVALID", Code.EVENT_TOO_OLD,
          "INVALID_CURRENCY_CODE", Code.BAD_CURRENCY);
  private static final Map<String, Code> STOPS =
      Map.ofEntries(
          entry("INVALID_CONVERSION_ACTION_ID", Code.BAD_CONVERSION_ACTION),
          entry("INVALID_CONVERSION_ACTION_TYPE", Code.BAD_CONVERSION_ACTION),
          entry("INVALID_DESTINATION", Code.BAD_CONVERSION_ACTION),
          entry("EVENT_SOURCE_AND_DESTINATION_MISMATCH", Code.BAD_CONVERSION_ACTION),
          entry("DESTINATION_ACCOUNT_TYPE_MISMATCH", Code.BAD_CONVERSION_ACTION),
          entry(
              "DESTINATION_ACCOUNT_NOT_ENABLED_ENHANCED_CONVERSIONS_FOR_LEADS",
              Code.ENHANCED_CONVERSIONS_OFF),
          entry(
              "DESTINATION_ACCOUNT_ENHANCED_CONVERSIONS_TERMS_NOT_SIGNED", Code.TERMS_NOT_ACCEPTED),
          entry("TERMS_AND_CONDITIONS_NOT_SIGNED", Code.TERMS_NOT_ACCEPTED),
          entry(
              "DESTINATION_ACCOUNT_DATA_POLICY_PROHIBITS_ENHANCED_CONVERSIONS",
              Code.PERMISSION_DENIED),
          entry("NOT_ALLOWLISTED", Code.PERMISSION_DENIED),
          entry("ACCOUNT_INELIGIBLE_FOR_STORE_SALES", Code.PERMISSION_DENIED),
          entry("PERMISSION_DENIED", Code.PERMISSION_DENIED));

  private final GoogleSettings settings;
  private final List<Event> events;

  DataManagerAnswers(GoogleSettings settings, List<Event> events) {
    this.settings = settings;
    this.events = events;
  }

  Reading read(HttpAnswer answer) {
    return answer.status() / 100 == 2 ? taken(answer) : failure(answer);
  }

  private Reading taken(HttpAnswer answer) {
    JsonNode body = JsonAnswer.of(answer);
    String id = body.path("requestId").asText("");
    if (answer.status() != 200
        || JsonAnswer.tellsOfFault(body)
        || !body.path("requestId").isTextual()
        || !REQUEST_ID.matcher(id).matches()) {
      return new Reading.Lost("HTTP " + answer.status() + " without the request's id");
    }
    boolean isTest = settings.request().validateOnly();
    List<Outcome> outcomes = outcomes(body.path("fieldWarnings"), isTest ? "" : id);
    return isTest || settings.request().diagnostics().isZero()
        ? new Reading.Settled(outcomes)
        : new Reading.JudgedLater(Diagnostics.of(settings, id, outcomes));
  }

  /** Taken and well formed is all that is known. */
  private List<Outcome> outcomes(JsonNode warnings, String requestId) {
    Outcome usual =
        requestId.isEmpty()
            ? Outcome.Accepted.PLAIN
            : new Outcome.Accepted(
                Optional.of(Code.DELIVERED_UNVERIFIED), "taken as request " + requestId);
    List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(events.size(), usual));
    for (JsonNode warning : warnings) {
      OptionalInt row = row(warning.path("field").asText(""));
      if (row.isPresent()) {
        String words = PlatformWords.of(warning.path("reason").asText(""));
        outcomes.set(
            row.getAsInt(), new Outcome.Accepted(Optional.of(Code.PLATFORM_WARNING), words));
      }
    }
    return outcomes;
  }

  private OptionalInt row(String path) {
    Matcher matcher = EVENT.matcher(path);
    int row = matcher.find() ? Integer.parseInt(matcher.group(1)) : events.size();
    return row < events.size() ? OptionalInt.of(row) : OptionalInt.empty();
  }

  /** What an answer means that refuses a request. */
  private Reading failure(HttpAnswer answer) {
    GoogleError error = GoogleError.of(answer);
    Optional<Reading> common = error.common(THROTTLED);
    if (common.isPresent()) {
      return common.get();
    }
    List<JsonNode> violations = new ArrayList<>();
    for (JsonNode detail : error.error().path("details")) {
      detail.path("fieldViolations").forEach(violations::add);
    }
    return stop(error, violations)
        .orElseGet(() -> answer.status() == 403 ? denied(error) : sifted(error, violations));
  }

  private static Reading denied(GoogleError error) {
    return new Reading.Stop(Code.PERMISSION_DENIED, error.words());
  }

  private static Optional<Reading> stop(GoogleError error, List<JsonNode> violations) {
    for (JsonNode violation : violations) {
      String reason = violation.path("reason").asText("");
      boolean isAboutTarget = violation.path("field").asText("").startsWith("destinations");
      Code code =
          isAboutTarget
              ? STOPS.getOrDefault(reason, Code.BAD_CONVERSION_ACTION)
              : STOPS.get(reason);
      if (code != null) {
        return Optional.of(
            new Reading.Stop(code, "Google " + PlatformWords.of(reason) + ": " + words(violation)));
      }
    }
    Code code = STOPS.get(error.reason());
    return code == null ? Optional.empty() : Optional.of(new Reading.Stop(code, error.words()));
  }

  private static String words(JsonNode violation) {
    return PlatformWords.of(violation.path("description").asText(""));
  }

  /** Nothing was stored: the events that Google names leave or lose a field, the others wait. */
  private Reading sifted(GoogleError error, List<JsonNode> violations) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    Map<Integer, Reading.Amendment> amended = new HashMap<>();
    for (JsonNode violation : violations) {
      OptionalInt row = row(violation.path("field").asText(""));
      if (row.isPresent() && !outcomes.containsKey(row.getAsInt())) {
        judge(row.getAsInt(), violation, outcomes, amended);
      }
    }
    outcomes.keySet().forEach(amended::remove);
    if (outcomes.isEmpty() && amended.isEmpty()) {
      return new Reading.RefusedWhole(
          new Outcome.Refused(Code.PLATFORM_REJECTED, "HTTP " + error.status(), error.words()),
          OptionalInt.empty());
    }
    return new Reading.Sifted(
        outcomes,
        amended,
        ROUNDS,
        new Outcome.NotSent(Code.DELIVERY_FAILED, "Google refused its request in several rounds"));
  }

  private void judge(
      int row,
      JsonNode violation,
      Map<Integer, Outcome> outcomes,
      Map<Integer, Reading.Amendment> amended) {
    String reason = violation.path("reason").asText("");
    Optional<Event> without =
        WITHOUT_CART.contains(reason)
            ? WithoutField.of(events.get(row), CART_DATA)
            : Optional.empty();
    if (without.isPresent()) {
      String words = "cart data: " + PlatformWords.of(reason);
      amended.put(row, new Reading.Amendment(without.get(), Code.FIELD_DROPPED, words));
    } else {
      Code code = REFUSALS.getOrDefault(reason, Code.PLATFORM_REJECTED);
      String name = reason.isEmpty() ? "unknown reason" : PlatformWords.of(reason);
      outcomes.put(row, new Outcome.Refused(code, name, words(violation)));
    }
  }
}
