package dev.footfall.destinations.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Google's judgement of a request that it took: counts by reason, never rows. The first question is
 * worth asking after half an hour; then every hour at most.
 *
 * @param outcomes what the events are told where there is no judgement
 * @param waited before this question
 * @param after how long to wait for this one
 * @param isTemporary whether all failures pass, so that the request goes again
 */
record Diagnostics(
    GoogleSettings settings,
    String requestId,
    List<Outcome> outcomes,
    Duration waited,
    Duration after,
    boolean isTemporary)
    implements Inquiry {
  private static final Duration FIRST = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofMinutes(60);
  private static final Duration BEFORE_RESENDING = Duration.ofHours(6);
  private static final String PREFIX = "PROCESSING_ERROR_REASON_";
  private static final Set<String> PASSING = Set.of("TOO_RECENT_CLICK", "INTERNAL_ERROR");

  /** Copies the list. */
  Diagnostics {
    outcomes = List.copyOf(outcomes);
  }

  static Diagnostics of(GoogleSettings settings, String requestId, List<Outcome> outcomes) {
    Duration most = settings.request().diagnostics();
    Duration first = most.compareTo(FIRST) < 0 ? most : FIRST;
    return new Diagnostics(settings, requestId, outcomes, Duration.ZERO, first, false);
  }

  @Override
  public HttpCall call(CredentialValues credential) {
    return new GoogleCalls(settings, credential)
        .ask("/v1/requestStatus:retrieve?requestId=" + requestId);
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    if (answer.status() / 100 != 2) {
      return GoogleError.of(answer).common(LONGEST).orElseGet(() -> unanswered(events));
    }
    JsonNode body = JsonAnswer.of(answer);
    JsonNode status = body.path("requestStatusPerDestination").path(0);
    boolean isTold = answer.status() == 200 && !JsonAnswer.tellsOfFault(body);
    return switch (isTold ? status.path("requestStatus").asText("") : "") {
      case "SUCCESS" -> new Reading.Settled(outcomes.stream().map(Diagnostics::confirmed).toList());
      case "FAILED", "PARTIAL_SUCCESS" -> failed(status, events);
      default -> later(events);
    };
  }

  private static Outcome confirmed(Outcome outcome) {
    boolean isWarned =
        outcome instanceof Outcome.Accepted taken
            && taken.warning().equals(Optional.of(Code.PLATFORM_WARNING));
    return isWarned ? outcome : Outcome.Accepted.PLAIN;
  }

  private Reading later(List<Event> events) {
    Duration soFar = waited.plus(after);
    Duration next = after.multipliedBy(13).dividedBy(10);
    next = next.compareTo(LONGEST) < 0 ? next : LONGEST;
    return soFar.plus(next).compareTo(settings.request().diagnostics()) > 0
        ? unanswered(events)
        : new Reading.JudgedLater(
            new Diagnostics(settings, requestId, outcomes, soFar, next, false));
  }

  private Reading failed(JsonNode status, List<Event> events) {
    Map<String, String> counts = new TreeMap<>();
    for (JsonNode count : status.path("errorInfo").path("errorCounts")) {
      String reason = PlatformWords.of(count.path("reason").asText("").replace(PREFIX, ""));
      counts.put(reason, PlatformWords.of(count.path("recordCount").asText("")));
    }
    Outcome counted =
        new Outcome.Accepted(
            Optional.of(Code.UNATTRIBUTED_FAILURES), "request " + requestId + ": " + counts);
    if (isTemporary) {
      return new Reading.Sifted(Map.of(), Map.of(), 1, counted);
    }
    boolean passes = !counts.isEmpty() && PASSING.containsAll(counts.keySet());
    Duration end = waited.plus(after).plus(BEFORE_RESENDING);
    return passes && end.compareTo(settings.request().diagnostics()) <= 0
        ? new Reading.JudgedLater(
            new Diagnostics(settings, requestId, outcomes, end, BEFORE_RESENDING, true))
        : Reading.all(events.size(), counted);
  }

  @Override
  public Reading.Settled unanswered(List<Event> events) {
    return new Reading.Settled(outcomes);
  }
}
