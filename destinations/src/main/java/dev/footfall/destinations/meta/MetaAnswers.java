package dev.footfall.destinations.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.destinations.answer.JsonAnswer;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads Meta's answers. Nothing counts as success but a 200 that confirms every event. */
final class MetaAnswers {
  private static final String VERSION_WARNING = "x-ad-api-version-warning";

  private MetaAnswers() {}

  /** What an answer means for so many events; {@code lost} is for answers that say nothing. */
  static Reading read(HttpAnswer answer, int events, Reading lost) {
    Optional<JsonNode> body = JsonAnswer.object(answer);
    Optional<GraphError> error = body.flatMap(GraphError::of);
    if (error.isPresent()) {
      return error.get().reading(answer);
    }
    if (answer.status() >= 200 && answer.status() < 300) {
      return body.filter(b -> answer.status() == 200 && !JsonAnswer.tellsOfFault(b))
          .map(b -> confirmed(b, answer, events, lost))
          .orElse(lost);
    }
    return body.isPresent() && answer.status() < 500 && answer.status() != 408
        ? withoutError(answer)
        : outage(answer);
  }

  private static Reading confirmed(JsonNode body, HttpAnswer answer, int events, Reading lost) {
    JsonNode received = body.path("events_received");
    if (!received.isIntegralNumber()) {
      return lost;
    }
    if (received.bigIntegerValue().bitLength() > 31 || received.intValue() != events) {
      return new Reading.Lost("Meta counted " + received.asText() + " events of " + events);
    }
    return Reading.all(events, accepted(body, answer));
  }

  private static Outcome accepted(JsonNode body, HttpAnswer answer) {
    if (answer.header(VERSION_WARNING).isPresent()) {
      return new Outcome.Accepted(
          Optional.of(Code.API_VERSION_SUNSET),
          PlatformWords.of(answer.header(VERSION_WARNING).orElse("")));
    }
    JsonNode messages = body.path("messages");
    return messages.isArray() && !messages.isEmpty()
        ? new Outcome.Accepted(
            Optional.of(Code.PLATFORM_WARNING), PlatformWords.of(messages.toString()))
        : Outcome.Accepted.PLAIN;
  }

  private static Reading withoutError(HttpAnswer answer) {
    return answer.status() == 429
        ? outage(answer)
        : new Reading.RefusedWhole(
            new Outcome.Refused(
                Code.PLATFORM_REJECTED, "HTTP " + answer.status(), "an answer without error"),
            OptionalInt.empty());
  }

  private static Reading outage(HttpAnswer answer) {
    Reading.Cause cause = answer.status() == 429 ? Reading.Cause.THROTTLE : Reading.Cause.OUTAGE;
    return new Reading.TryAgain(
        cause, Usage.regainedIn(answer), "HTTP " + answer.status() + " without a Graph answer");
  }
}
