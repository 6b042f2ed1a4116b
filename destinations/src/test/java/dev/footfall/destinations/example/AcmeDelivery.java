package dev.footfall.destinations.example;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Events as posts to an account. */
record AcmeDelivery(AcmeSettings settings) implements HttpDelivery {
  private static final Envelope ENVELOPE = Envelope.of("{\"events\":[", "]}");

  @Override
  public Limits limits() {
    return AcmeSpec.LIMITS;
  }

  @Override
  public int overhead() {
    return ENVELOPE.overhead();
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return HttpCall.post(
        settings.baseUrl() + "/v1/accounts/" + settings.accountId() + "/events",
        Map.of(
            "Authorization",
            "Bearer " + credential.reveal("access_token"),
            "Content-Type",
            "application/json"),
        Set.of("Authorization"),
        ENVELOPE.around(events));
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    return switch (answer.status()) {
      case 200 -> confirmed(answer, events.size());
      case 400 -> refused(answer, events.size());
      case 401 -> new Reading.Stop(Code.CREDENTIALS_REJECTED, "HTTP 401");
      case 429 -> new Reading.TryAgain(Reading.Cause.THROTTLE, Optional.empty(), "HTTP 429");
      case 503 -> new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), "HTTP 503");
      default -> new Reading.Lost("HTTP " + answer.status());
    };
  }

  private static Reading confirmed(HttpAnswer answer, int events) {
    JsonNode body = JsonAnswer.of(answer);
    JsonNode accepted = body.path("accepted");
    return !JsonAnswer.tellsOfFault(body) && accepted.isInt() && accepted.intValue() == events
        ? Reading.all(events, Outcome.Accepted.PLAIN)
        : new Reading.Lost("the answer does not count right");
  }

  /** One bad event refuses the request; Acme may name it. */
  private static Reading refused(HttpAnswer answer, int events) {
    JsonNode bad = JsonAnswer.of(answer).path("bad_event");
    boolean named = bad.isInt() && bad.intValue() >= 0 && bad.intValue() < events;
    return new Reading.RefusedWhole(
        new Outcome.Refused(Code.PLATFORM_REJECTED, "400", "Acme refused the event"),
        named ? OptionalInt.of(bad.intValue()) : OptionalInt.empty());
  }

  /** Acme drops repetitions of an id, its documentation says. */
  @Override
  public Reading lost(List<Event> events) {
    return new Reading.LostRepeatable(3, Optional.empty(), "Acme's answer was lost");
  }

  @Override
  public int isolationBudget(int events) {
    return 32;
  }

  @Override
  public RetryPolicy retries() {
    return new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 5, Duration.ZERO);
  }
}
