package dev.footfall.destinations.tiktok;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.destination.Timeouts;
import dev.footfall.core.event.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events as posts to an event set; the events of one request share theirs. */
final class TikTokDelivery implements HttpDelivery {
  private static final String LONGEST_SET = "0".repeat(20);
  private static final Comparator<Event> BY_TIME =
      Comparator.comparingLong(Event::time).thenComparing(Event::id);

  private final TikTokSettings settings;

  TikTokDelivery(TikTokSettings settings) {
    this.settings = settings;
  }

  /** How many bytes an event may have, so that a request can hold it. */
  static int mostEventBytes(TikTokSettings settings) {
    int room = settings.request().mostBytes() - new TikTokDelivery(settings).overhead();
    return Math.min(TikTokSpec.REQUEST.eventBytes(), room);
  }

  /** The set comes after the source, as in TikTok's own examples. */
  private Envelope envelope(String eventSet) {
    Map<String, String> before = new LinkedHashMap<>();
    before.put("event_source", "offline");
    before.put("event_source_id", eventSet);
    Map<String, String> after = new LinkedHashMap<>();
    settings.request().partnerName().ifPresent(name -> after.put("partner_name", name));
    settings.request().testEventCode().ifPresent(code -> after.put("test_event_code", code));
    return Envelope.object(before, "data", after);
  }

  @Override
  public Limits limits() {
    return TikTokSpec.REQUEST
        .withEvents(settings.request().batchSize())
        .withBytes(settings.request().mostBytes())
        .withRequestsPerMinute(60 * settings.pace().requestsPerSecond());
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return HttpCall.post(
        settings.target().url("event/track/"),
        TikTokCalls.headers(credential),
        TikTokCalls.SECRET,
        envelope(events.get(0).partition()).around(events));
  }

  @Override
  public int overhead() {
    return envelope(LONGEST_SET).overhead();
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    return TikTokAnswers.read(answer, events, lost(events));
  }

  /** TikTok drops repetitions by event id, so sending again is safe. */
  @Override
  public Reading lost(List<Event> events) {
    return new Reading.LostRepeatable(
        settings.pace().retries().attempts() - 1,
        Optional.empty(),
        "TikTok's answer was lost or said nothing");
  }

  @Override
  public Optional<Comparator<Event>> order() {
    return Optional.of(BY_TIME);
  }

  @Override
  public int isolationBudget(int events) {
    return 2 * events;
  }

  @Override
  public RetryPolicy retries() {
    return settings.pace().retries();
  }

  @Override
  public Timeouts timeouts() {
    return settings.request().timeouts();
  }

  @Override
  public Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.of(new EventSetCheck(settings.target(), credential));
  }

  @Override
  public Optional<Renewal> renewal(CredentialValues credential, Instant now, boolean rejected) {
    return TikTokToken.due(settings.target(), credential, now, rejected);
  }

  @Override
  public Optional<Authorisation> authorisation(CredentialValues credential) {
    return TikTokToken.authorisation(settings.target(), credential);
  }

  @Override
  public Optional<Instant> credentialEnds(CredentialValues credential) {
    return TikTokToken.refreshTokenEnds(credential);
  }

  @Override
  public Optional<Exchange> opening(CredentialValues credential) {
    return settings.target().autoTracking() && settings.target().eventSetId().isPresent()
        ? Optional.of(new AutoTracking(settings.target(), credential))
        : Optional.empty();
  }
}
