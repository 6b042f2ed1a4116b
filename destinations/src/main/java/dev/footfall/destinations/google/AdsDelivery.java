package dev.footfall.destinations.google;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.destination.Timeouts;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Conversions as uploads of the Google Ads API. */
final class AdsDelivery extends GoogleDelivery {
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(60));

  AdsDelivery(GoogleSettings settings, ConversionAction action, Instant now) {
    super(settings, action, now, envelope(settings.request().validateOnly()));
  }

  private static Envelope envelope(boolean validateOnly) {
    return Envelope.of(
        "{\"conversions\":[", "],\"partialFailure\":true,\"validateOnly\":" + validateOnly + "}");
  }

  @Override
  public Limits limits() {
    return GoogleSpec.ADS_REQUEST.withEvents(settings.request().batchSize());
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return new GoogleCalls(settings, credential)
        .ads(settings.target().customerId(), ":uploadClickConversions", envelope.around(events));
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    Reading reading = new AdsAnswers(answer, events, settings.request().validateOnly()).read();
    return reading instanceof Reading.Stop stop && stop.code() == Code.RETRY_LATER
        ? new Reading.Stop(stop.code(), stop.words() + tomorrow(), stop.maybeStored())
        : reading;
  }

  @Override
  public RetryPolicy retries() {
    return new RetryPolicy(
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        settings.request().attempts(),
        Duration.ZERO);
  }

  @Override
  public Timeouts timeouts() {
    return TIMEOUTS;
  }

  @Override
  public Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.of(action.checked(credential));
  }
}
