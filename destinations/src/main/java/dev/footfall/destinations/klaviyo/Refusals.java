package dev.footfall.destinations.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads answers that refuse a request. Klaviyo refuses a job whole for one bad part and points at
 * it: the part is left out, or its owner, and the rest is sent again.
 */
final class Refusals {
  /** Where pointers into the requests lead: the event, then the path within its body. */
  static final Pattern PROFILE_JOB =
      Pattern.compile("/data/attributes/profiles/data/(\\d{1,6})/(.*)");

  static final Pattern EVENT_JOB =
      Pattern.compile("/data/attributes/events-bulk-create/data/(\\d{1,6})/(.*)");
  static final Pattern ONE_PROFILE = Pattern.compile("/data()/(.*)");

  /** Each round settles or changes an event, so that this is far off. */
  static final int ROUNDS = 1000;

  /** What is told of an event that was sent again and again. */
  static final Outcome AGAIN = new Outcome.NotSent(Code.DELIVERY_FAILED, "refused again");

  private static final Set<String> VITAL =
      Set.of(
          "type",
          "attributes",
          "data",
          "profile",
          "events",
          "metric",
          "name",
          "time",
          "unique_id",
          "value",
          "value_currency");

  private Refusals() {}

  /**
   * How pointers are to be read.
   *
   * @param pointer to an event and a part of it
   * @param primaryKey without which nobody is left
   */
  record Shape(Pattern pointer, String primaryKey) {}

  /** What an answer that is no success means. */
  static Reading read(HttpAnswer answer, List<Event> events, Shape shape) {
    Optional<Reading> general = KlaviyoErrors.general(answer, "profiles:write and events:write");
    if (general.isPresent()) {
      return general.get();
    }
    if (answer.status() == 404) {
      return new Reading.Stop(
          Code.CONFIGURATION_FAULT, KlaviyoErrors.words(answer) + "; is the list gone?");
    }
    boolean isRefusal =
        answer.status() == 413
            || (answer.status() / 100 == 4 && JsonAnswer.of(answer).path("errors").isArray());
    if (!isRefusal) {
      return new Reading.Lost("HTTP " + answer.status() + " that was not understood");
    }
    Reading.Sifted sifted = sifted(answer, events, shape);
    return sifted.outcomes().isEmpty() && sifted.amended().isEmpty()
        ? new Reading.RefusedWhole(refusal(answer), OptionalInt.empty())
        : sifted;
  }

  /** Whether an answer names the events that it refuses. */
  static boolean names(HttpAnswer answer, List<Event> events, Shape shape) {
    Reading.Sifted sifted = sifted(answer, events, shape);
    return !sifted.outcomes().isEmpty() || !sifted.amended().isEmpty();
  }

  private static Outcome.Refused refusal(HttpAnswer answer) {
    JsonNode first = JsonAnswer.of(answer).path("errors").path(0);
    return refusal(first, KlaviyoErrors.code(answer));
  }

  private static Outcome.Refused refusal(JsonNode error, String platformCode) {
    String detail = PlatformWords.of(error.path("detail").asText(""));
    boolean hasNobody = detail.contains("identifiers is required");
    return new Outcome.Refused(
        hasNobody ? Code.MISSING_IDENTITY : Code.PLATFORM_REJECTED, platformCode, detail);
  }

  private static Reading.Sifted sifted(HttpAnswer answer, List<Event> events, Shape shape) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    Map<Integer, Reading.Amendment> amended = new HashMap<>();
    for (JsonNode error : JsonAnswer.of(answer).path("errors")) {
      Matcher pointer = shape.pointer().matcher(error.path("source").path("pointer").asText(""));
      if (!pointer.matches()) {
        continue;
      }
      int index = pointer.group(1).isEmpty() ? 0 : Integer.parseInt(pointer.group(1));
      if (index >= events.size() || outcomes.containsKey(index)) {
        continue;
      }
      Event event = amended.containsKey(index) ? amended.get(index).event() : events.get(index);
      Outcome.Refused refused = refusal(error, error.path("code").asText("invalid"));
      Optional<Event> without = without(event, pointer.group(2), shape.primaryKey());
      if (without.isPresent()) {
        String words = PlatformWords.of(pointer.group(2)) + ": " + refused.words();
        amended.put(index, new Reading.Amendment(without.get(), Code.FIELD_DROPPED, words));
      } else {
        amended.remove(index);
        outcomes.put(index, refused);
      }
    }
    return new Reading.Sifted(outcomes, amended, ROUNDS, AGAIN);
  }

  /** The event without a part that it can do without. */
  private static Optional<Event> without(Event event, String path, String primaryKey) {
    String[] steps = path.split("/");
    String last = steps[steps.length - 1];
    boolean isVital = VITAL.contains(last) || last.equals(primaryKey) || last.matches("\\d+");
    Optional<JsonNode> body = isVital ? Optional.empty() : ExactJson.read(event.body());
    if (body.isEmpty()) {
      return Optional.empty();
    }
    JsonNode owner = body.get();
    for (int i = 0; i < steps.length - 1; i++) {
      owner =
          owner.isArray() && steps[i].matches("\\d{1,6}")
              ? owner.path(Integer.parseInt(steps[i]))
              : owner.path(steps[i]);
    }
    if (!(owner instanceof ObjectNode object) || object.remove(last) == null) {
      return Optional.empty();
    }
    boolean isIdentifier = KlaviyoColumns.IDENTIFIERS.contains(last);
    if (isIdentifier && KlaviyoColumns.IDENTIFIERS.stream().noneMatch(object::has)) {
      return Optional.empty();
    }
    return Optional.of(event.withBody(ExactJson.write(body.get()), event.parts()));
  }
}
