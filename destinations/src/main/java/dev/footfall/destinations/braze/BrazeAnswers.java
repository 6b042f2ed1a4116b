package dev.footfall.destinations.braze;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Parts;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads Braze's answers. Nothing counts as success but the words {@code success} and {@code
 * queued}; of them, those objects failed that {@code errors} names.
 *
 * @param array the array that requests hold
 * @param addsUp whether Braze adds up what comes twice
 * @param now the run's clock at its start
 */
record BrazeAnswers(String array, boolean addsUp, Instant now) {
  private static final String REMEDY =
      "; Braze did not accept the key for this instance. Check that the key is active, has"
          + " users.track and belongs to the chosen instance";

  Reading read(HttpAnswer answer, List<Event> events) {
    JsonNode body = JsonAnswer.of(answer);
    String words = inWords(body, answer);
    int status = answer.status();
    if (status / 100 == 2) {
      return taken(body, answer, events);
    }
    return switch (status) {
      case 401, 403, 404 -> new Reading.Stop(Code.CREDENTIALS_REJECTED, words + REMEDY);
      case 429 ->
          new Reading.TryAgain(Reading.Cause.THROTTLE, RateLimitHeaders.wait(answer, now), words);
      case 400 -> refused(body, answer, events);
      case 408, 425, 503 -> again(answer, words);
      default ->
          status < 500
              ? new Reading.RefusedWhole(refusal(answer, message(body)), OptionalInt.empty())
              : addsUp ? new Reading.Lost(words) : again(answer, words);
    };
  }

  private Reading again(HttpAnswer answer, String words) {
    return new Reading.TryAgain(Reading.Cause.OUTAGE, RateLimitHeaders.wait(answer, now), words);
  }

  private Reading taken(JsonNode body, HttpAnswer answer, List<Event> events) {
    String message = body.path("message").asText("");
    if (message.equals("queued") && !JsonAnswer.tellsOfFault(body)) {
      return Reading.all(events.size(), Outcome.Accepted.PLAIN);
    }
    int parts = Parts.count(events);
    if (message.equals("success") && areReadable(body.path("errors"), parts)) {
      Map<Integer, Outcome.Refused> refused = refusals(body, answer, events);
      if (counts(body.path(array + "_processed"), parts - refused.size())) {
        return new Reading.Settled(Parts.outcomes(events, refused));
      }
    }
    String words = "HTTP " + answer.status() + " without success";
    return addsUp
        ? new Reading.Lost(words)
        : new Reading.LostRepeatable(1, Optional.empty(), words);
  }

  /**
   * Whether Braze's count lets objects be taken. It may be left out, and counts people rather than
   * objects; that none was processed cannot be.
   */
  private static boolean counts(JsonNode processed, int taken) {
    return processed.isMissingNode()
        || taken == 0
        || (processed.isIntegralNumber() && processed.bigIntegerValue().signum() > 0);
  }

  /** Whether each error says which object it is about: else nobody knows what was stored. */
  private boolean areReadable(JsonNode errors, int parts) {
    if (errors.isMissingNode() || errors.isNull()) {
      return true;
    }
    boolean readable = errors.isArray();
    for (JsonNode error : errors) {
      readable &= isOurs(error) && error.path("index").intValue() < parts;
    }
    return readable;
  }

  private boolean isOurs(JsonNode error) {
    return error.path("input_array").asText("").equals(array)
        && error.path("index").isIntegralNumber()
        && error.path("index").canConvertToInt()
        && error.path("index").intValue() >= 0;
  }

  /** None was valid: those that are named have reasons of their own. */
  private Reading refused(JsonNode body, HttpAnswer answer, List<Event> events) {
    Map<Integer, Outcome.Refused> named = refusals(body, answer, events);
    Outcome.Refused rest = refusal(answer, message(body));
    if (named.isEmpty()) {
      return new Reading.RefusedWhole(rest, OptionalInt.empty());
    }
    for (int part = 0; part < Parts.count(events); part++) {
      named.putIfAbsent(part, rest);
    }
    return new Reading.Settled(Parts.outcomes(events, named));
  }

  private Map<Integer, Outcome.Refused> refusals(
      JsonNode body, HttpAnswer answer, List<Event> events) {
    Map<Integer, Outcome.Refused> refusals = new HashMap<>();
    int parts = Parts.count(events);
    for (JsonNode error : body.path("errors")) {
      if (isOurs(error) && error.path("index").intValue() < parts) {
        String type = PlatformWords.of(error.path("type").asText(""));
        refusals.putIfAbsent(error.path("index").intValue(), refusal(answer, type));
      }
    }
    return refusals;
  }

  private static Outcome.Refused refusal(HttpAnswer answer, String words) {
    return new Outcome.Refused(Code.PLATFORM_REJECTED, "HTTP " + answer.status(), words);
  }

  private static String message(JsonNode body) {
    return PlatformWords.of(body.path("message").asText(""));
  }

  static String inWords(JsonNode body, HttpAnswer answer) {
    String message = message(body);
    return "Braze HTTP " + answer.status() + (message.isEmpty() ? "" : ": " + message);
  }
}
