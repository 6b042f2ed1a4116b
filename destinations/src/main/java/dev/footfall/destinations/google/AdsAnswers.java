package dev.footfall.destinations.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Reads the Google Ads API's answers. A conversion counts as taken only when its result is there
 * and no error names it.
 */
final class AdsAnswers {
  /** What Google is given when it throttles and names no time. */
  static final Duration THROTTLED = Duration.ofSeconds(30);

  private static final int ROUNDS = 5;

  private final HttpAnswer answer;
  private final List<Event> events;
  private final boolean validateOnly;

  AdsAnswers(HttpAnswer answer, List<Event> events, boolean validateOnly) {
    this.answer = answer;
    this.events = events;
    this.validateOnly = validateOnly;
  }

  Reading read() {
    return answer.status() / 100 == 2 ? partial() : failure(answer, events);
  }

  private Reading partial() {
    JsonNode body = JsonAnswer.of(answer);
    JsonNode failure = body.path("partialFailureError");
    JsonNode results = body.path("results");
    boolean hasFailed = hasFailed(failure);
    boolean isComplete = results.isArray() && results.size() == events.size();
    boolean isSilent = results.isMissingNode() && (hasFailed || validateOnly);
    if (!body.isObject() || JsonAnswer.tellsOfFault(body) || !(isComplete || isSilent)) {
      return lost(answer);
    }
    List<AdsError> errors = hasFailed ? AdsError.of(failure) : List.of();
    Sorting sorting = new Sorting(events, ROUNDS);
    for (int row = 0; row < events.size(); row++) {
      boolean isTaken = isSilent ? validateOnly : isTaken(results.get(row));
      sort(row, isTaken, errors, sorting);
    }
    return sorting.reading();
  }

  /** Google leaves out what is 0; any other code, even one that is no number, is a failure. */
  private static boolean hasFailed(JsonNode failure) {
    JsonNode code = failure.path("code");
    return code.isMissingNode() ? !failure.isEmpty() : code.asInt(-1) != 0;
  }

  /** Whether a result says anything of its conversion. */
  private static boolean isTaken(JsonNode result) {
    return result.isObject() && result.properties().stream().anyMatch(m -> !m.getValue().isNull());
  }

  private static void sort(int row, boolean isTaken, List<AdsError> errors, Sorting sorting) {
    Optional<AdsError> own =
        errors.stream().filter(e -> e.row().equals(OptionalInt.of(row))).findFirst();
    Optional<AdsError> error =
        own.isPresent() || isTaken
            ? own
            : errors.stream().filter(e -> e.row().isEmpty()).findFirst();
    if (error.isPresent()) {
      sorting.judge(row, error.get());
    } else {
      sorting.settle(
          row,
          isTaken
              ? Outcome.Accepted.PLAIN
              : new Outcome.Unknown("Google neither took the conversion nor said why"));
    }
  }

  /** What an answer means that refuses a whole request. */
  static Reading failure(HttpAnswer answer, List<Event> events) {
    GoogleError error = GoogleError.of(answer);
    List<AdsError> errors = AdsError.of(error.error());
    if (answer.status() == 400 && errors.stream().anyMatch(e -> isNamed(e, events))) {
      return withoutNamed(errors, events);
    }
    Optional<Reading> judged = errors.stream().findFirst().map(e -> whole(e, error));
    return judged
        .or(() -> error.common(THROTTLED))
        .orElseGet(
            () ->
                answer.status() == 403
                    ? new Reading.Stop(Code.PERMISSION_DENIED, error.words())
                    : new Reading.RefusedWhole(
                        new Outcome.Refused(
                            Code.PLATFORM_REJECTED, "HTTP " + answer.status(), error.words()),
                        OptionalInt.empty()));
  }

  private static boolean isNamed(AdsError error, List<Event> events) {
    return error.row().isPresent() && error.row().getAsInt() < events.size();
  }

  /** Nothing was stored: the named conversions leave, the others are sent again. */
  private static Reading withoutNamed(List<AdsError> errors, List<Event> events) {
    Sorting sorting = new Sorting(events, ROUNDS);
    errors.stream()
        .filter(e -> isNamed(e, events))
        .forEach(e -> sorting.judge(e.row().getAsInt(), e));
    return sorting.reading();
  }

  private static Reading whole(AdsError error, GoogleError status) {
    AdsVerdict verdict = AdsVerdict.of(error);
    String words = "Google " + error.name() + ": " + error.words();
    return switch (verdict.kind()) {
      case STOP ->
          new Reading.Stop(lacksScope(status) ? Code.CREDENTIALS_REJECTED : verdict.code(), words);
      case RENEW -> new Reading.RenewCredential(words);
      case AGAIN -> new Reading.TryAgain(Reading.Cause.OUTAGE, status.retryDelay(), words);
      case THROTTLED ->
          new Reading.TryAgain(
              Reading.Cause.THROTTLE, Optional.of(status.retryDelay().orElse(THROTTLED)), words);
      case LATER -> new Reading.Stop(Code.RETRY_LATER, words);
      case PRESENT, REFUSED, ALONE, AMENDED ->
          new Reading.RefusedWhole(error.refused(verdict.code()), OptionalInt.empty());
    };
  }

  private static boolean lacksScope(GoogleError status) {
    return status.words().contains("insufficient authentication scopes");
  }

  static Reading lost(HttpAnswer answer) {
    return new Reading.Lost("HTTP " + answer.status() + " that says nothing of the conversions");
  }

  /** Gives each conversion of a request its place: settled, sent again, or a reason to stop. */
  private static final class Sorting {
    private final List<Event> events;
    private final int rounds;
    private final Map<Integer, Outcome> outcomes = new HashMap<>();
    private final Map<Integer, Reading.Amendment> amended = new HashMap<>();
    private final List<AdsError> stops = new ArrayList<>();
    private final List<AdsError> alone = new ArrayList<>();

    Sorting(List<Event> events, int rounds) {
      this.events = events;
      this.rounds = rounds;
    }

    void settle(int row, Outcome outcome) {
      outcomes.put(row, outcome);
    }

    void judge(int row, AdsError error) {
      AdsVerdict verdict = AdsVerdict.of(error);
      switch (verdict.kind()) {
        case PRESENT -> settle(row, new Outcome.Present(error.words()));
        case REFUSED -> settle(row, error.refused(verdict.code()));
        case LATER ->
            settle(
                row,
                new Outcome.NotSent(
                    Code.RETRY_LATER, "Google " + error.name() + ": run again in 6 hours"));
        case STOP -> {
          stops.add(error);
          settle(row, new Outcome.NotSent(Code.NOT_ATTEMPTED, "Google " + error.name()));
        }
        case ALONE -> alone.add(error);
        case AMENDED -> amend(row, error);
        case AGAIN, THROTTLED, RENEW -> {}
      }
    }

    private void amend(int row, AdsError error) {
      Optional<Event> without = WithoutField.of(events.get(row), AdsEvent.ENVIRONMENT);
      if (without.isPresent()) {
        String words = "conversion_environment: " + error.words();
        amended.put(row, new Reading.Amendment(without.get(), Code.FIELD_DROPPED, words));
      } else {
        settle(row, error.refused(Code.PLATFORM_REJECTED));
      }
    }

    Reading reading() {
      boolean isAnyStored =
          outcomes.values().stream()
              .anyMatch(o -> !(o instanceof Outcome.NotSent || o instanceof Outcome.Refused));
      if (!stops.isEmpty() && !isAnyStored) {
        return stop(stops.get(0));
      }
      if (alone.size() == events.size()) {
        return new Reading.RefusedWhole(
            alone.get(0).refused(Code.PLATFORM_REJECTED), OptionalInt.empty());
      }
      if (outcomes.size() == events.size()) {
        return new Reading.Settled(
            IntStream.range(0, events.size())
                .mapToObj(i -> Objects.requireNonNull(outcomes.get(i)))
                .toList());
      }
      return new Reading.Sifted(
          outcomes,
          amended,
          rounds,
          new Outcome.NotSent(
              Code.DELIVERY_FAILED, "Google did not settle it in several requests"));
    }

    private static Reading stop(AdsError error) {
      Code code = AdsVerdict.of(error).code();
      String remedy =
          code == Code.MODE_NOT_ALLOWED ? "; set mode to " + GoogleSpec.DATA_MANAGER : "";
      return new Reading.Stop(code, "Google " + error.name() + ": " + error.words() + remedy);
    }
  }
}
