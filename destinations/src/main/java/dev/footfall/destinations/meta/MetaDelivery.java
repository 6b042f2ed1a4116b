package dev.footfall.destinations.meta;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.source.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events as posts to a dataset. */
final class MetaDelivery implements HttpDelivery {
  private static final byte[] BEGIN = Text.utf8("{\"data\":[");
  private static final byte[] COMMA = Text.utf8(",");
  private static final int ISOLATION_BUDGET = 64;
  private static final int REPEATS = 5;
  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofSeconds(2), Duration.ofSeconds(120), 6, Duration.ofSeconds(60));

  private final MetaSettings settings;
  private final byte[] end;

  MetaDelivery(MetaSettings settings) {
    this.settings = settings;
    this.end = end(settings.tags());
  }

  private static byte[] end(MetaSettings.Tags tags) {
    JsonBytes json = new JsonBytes().beginObject();
    json.key(JsonBytes.key("data")).beginArray();
    int data = json.length();
    json.endArray();
    tag(json, "test_event_code", tags.testEventCode());
    tag(json, "partner_agent", tags.partnerAgent());
    tag(json, "upload_tag", tags.uploadTag());
    byte[] whole = json.endObject().toBytes();
    return java.util.Arrays.copyOfRange(whole, data, whole.length);
  }

  private static void tag(JsonBytes json, String name, Optional<String> value) {
    value.ifPresent(v -> json.key(JsonBytes.key(name)).text(v));
  }

  @Override
  public Limits limits() {
    return MetaSpec.LIMITS.withEvents(settings.batchSize());
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    List<byte[]> body = new ArrayList<>(2 * events.size() + 1);
    for (Event event : events) {
      body.add(body.isEmpty() ? BEGIN : COMMA);
      body.add(event.body());
    }
    body.add(end);
    String url = settings.target().url(settings.target().datasetId() + "/events");
    return HttpCall.post(
        MetaCalls.proof(credential).map(proof -> url + "?appsecret_proof=" + proof).orElse(url),
        MetaCalls.headers(credential),
        MetaCalls.secretHeaders(),
        body);
  }

  @Override
  public int overhead() {
    return BEGIN.length + end.length;
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    return MetaAnswers.read(answer, events.size(), lost(events));
  }

  /** Meta drops repetitions of store orders; of other events nobody knows. */
  @Override
  public Reading lost(List<Event> events) {
    String words = "Meta's answer was lost";
    return events.stream().allMatch(MetaRoute::mayRepeatFreely)
        ? new Reading.LostRepeatable(REPEATS, Optional.empty(), words)
        : new Reading.LostRepeatable(
            1,
            Optional.of(new Outcome.Unknown("sent twice, because the first answer was lost")),
            words);
  }

  @Override
  public int isolationBudget(int events) {
    return ISOLATION_BUDGET;
  }

  @Override
  public RetryPolicy retries() {
    return RETRIES;
  }

  @Override
  public Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.of(new DatasetCheck(settings.target(), credential));
  }

  @Override
  public Optional<Renewal> renewal(CredentialValues credential, Instant now, boolean rejected) {
    return rejected ? Optional.empty() : MetaToken.of(credential).renewal(settings.target(), now);
  }
}
