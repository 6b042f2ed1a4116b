package dev.footfall.destinations.pinterest;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.destination.Timeouts;
import dev.footfall.core.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Events as posts to an ad account. */
final class PinterestDelivery implements HttpDelivery {
  private static final Envelope ENVELOPE = Envelope.of("{\"data\":[", "]}");
  private static final Set<String> SECRET = Set.of("Authorization");

  private final PinterestSettings settings;
  private final Instant now;

  PinterestDelivery(PinterestSettings settings, Instant now) {
    this.settings = settings;
    this.now = now;
  }

  /** The most bytes that an event may have, so that a request can hold it. */
  static int mostEventBytes(PinterestSettings.Api api) {
    return Math.min(PinterestSpec.REQUEST.eventBytes(), api.mostBytes() - ENVELOPE.overhead());
  }

  @Override
  public Limits limits() {
    return PinterestSpec.REQUEST
        .withEvents(settings.api().batchSize())
        .withBytes(settings.api().mostBytes())
        .withRequestsPerMinute(settings.api().requestsPerMinute());
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return post(settings.api(), settings.api().isTest(), credential, ENVELOPE.around(events));
  }

  /** A post of events; a test is checked by Pinterest and recorded nowhere. */
  static HttpCall post(
      PinterestSettings.Api api, boolean isTest, CredentialValues credential, List<byte[]> body) {
    return HttpCall.post(
        isTest ? api.events() + "?test=true" : api.events(),
        Map.of(
            "Authorization", "Bearer " + credential.reveal(PinterestSettingSpecs.TOKEN),
            "Content-Type", "application/json",
            "Accept", "application/json"),
        SECRET,
        body);
  }

  @Override
  public int overhead() {
    return ENVELOPE.overhead();
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    return PinterestAnswers.read(answer, events.stream().map(Event::id).toList());
  }

  /**
   * Pinterest counts a repetition of an offline event again. One repetition is risked where events
   * have ids, and said so; without ids none is.
   */
  @Override
  public Reading lost(List<Event> events) {
    String words = "Pinterest's answer was lost";
    if (events.stream().anyMatch(event -> event.id().isEmpty())) {
      return new Reading.Lost(words);
    }
    Outcome unverified =
        new Outcome.Accepted(
            Optional.of(Code.DELIVERED_UNVERIFIED), "sent twice; may have been counted twice");
    return new Reading.LostRepeatable(1, Optional.of(unverified), words);
  }

  @Override
  public int isolationBudget(int events) {
    return 2 * events;
  }

  @Override
  public RetryPolicy retries() {
    return settings.api().patience().retries();
  }

  @Override
  public Timeouts timeouts() {
    return settings.api().patience().timeouts();
  }

  @Override
  public Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.of(new ConnectionTest(settings.api(), credential, now));
  }
}
