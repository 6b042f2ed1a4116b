package dev.footfall.destinations.tiktok;

import dev.footfall.core.credential.CredentialValues;
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
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.source.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Events as posts to an event set; the events of one request share theirs. */
final class TikTokDelivery implements HttpDelivery {
  private static final byte[] COMMA = Text.utf8(",");
  private static final String LONGEST_SET = "0".repeat(20);
  private static final Comparator<Event> BY_TIME =
      Comparator.comparingLong(Event::time).thenComparing(Event::id);

  private final TikTokSettings settings;
  private final byte[] end;

  TikTokDelivery(TikTokSettings settings) {
    this.settings = settings;
    this.end = end(settings.request());
  }

  /** How many bytes an event may have, so that a request can hold it. */
  static int mostEventBytes(TikTokSettings settings) {
    int room = settings.request().mostBytes() - new TikTokDelivery(settings).overhead();
    return Math.min(TikTokSpec.REQUEST.eventBytes(), room);
  }

  private static byte[] begin(String eventSet) {
    return Text.utf8(
        "{\"event_source\":\"offline\",\"event_source_id\":\"" + eventSet + "\",\"data\":[");
  }

  private static byte[] end(TikTokSettings.Request request) {
    JsonBytes json = new JsonBytes().beginObject();
    json.key(JsonBytes.key("data")).beginArray();
    int data = json.length();
    json.endArray();
    tag(json, "partner_name", request.partnerName());
    tag(json, "test_event_code", request.testEventCode());
    byte[] whole = json.endObject().toBytes();
    return java.util.Arrays.copyOfRange(whole, data, whole.length);
  }

  private static void tag(JsonBytes json, String name, Optional<String> value) {
    value.ifPresent(v -> json.key(JsonBytes.key(name)).text(v));
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
    List<byte[]> body = new ArrayList<>(2 * events.size() + 1);
    for (Event event : events) {
      body.add(body.isEmpty() ? begin(event.partition()) : COMMA);
      body.add(event.body());
    }
    body.add(end);
    return HttpCall.post(
        settings.target().url("event/track/"),
        TikTokCalls.headers(credential),
        TikTokCalls.SECRET,
        body);
  }

  @Override
  public int overhead() {
    return begin(LONGEST_SET).length + end.length;
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
  public Optional<Exchange> opening(CredentialValues credential) {
    return settings.target().autoTracking() && settings.target().eventSetId().isPresent()
        ? Optional.of(new AutoTracking(settings.target(), credential))
        : Optional.empty();
  }
}
