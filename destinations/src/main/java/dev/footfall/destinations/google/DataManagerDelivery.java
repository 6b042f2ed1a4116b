package dev.footfall.destinations.google;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DailyQuota;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.destination.Timeouts;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events as requests to the Data Manager API. */
final class DataManagerDelivery extends GoogleDelivery {
  static final String INGEST = "/v1/events:ingest";

  private static final int REQUESTS_A_DAY = 100_000;
  private static final Duration THROTTLED = Duration.ofSeconds(60);
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(120));

  DataManagerDelivery(GoogleSettings settings, ConversionAction action, Instant now) {
    super(settings, action, now, envelope(settings.target(), settings.request().validateOnly()));
  }

  /** A request to a conversion action. */
  static Envelope envelope(GoogleSettings.Target target, boolean validateOnly) {
    JsonBytes json = new JsonBytes().beginObject();
    json.key(JsonBytes.key("destinations")).beginArray().beginObject();
    json.key(JsonBytes.key("reference")).text("d1");
    writeAccount(json, "operatingAccount", target.customerId());
    target.loginCustomerId().ifPresent(id -> writeAccount(json, "loginAccount", id));
    json.key(JsonBytes.key("productDestinationId")).text(target.action());
    json.endObject().endArray();
    json.key(JsonBytes.key("encoding")).text("HEX");
    json.key(JsonBytes.key("validateOnly")).flag(validateOnly);
    String begin = new String(json.toBytes(), StandardCharsets.UTF_8) + ",\"events\":[";
    return Envelope.of(begin, "]}");
  }

  private static void writeAccount(JsonBytes json, String key, String id) {
    json.key(JsonBytes.key(key)).beginObject();
    json.key(JsonBytes.key("accountType")).text("GOOGLE_ADS");
    json.key(JsonBytes.key("accountId")).text(id).endObject();
  }

  @Override
  public Limits limits() {
    return GoogleSpec.DATA_MANAGER_REQUEST.withEvents(settings.request().batchSize());
  }

  @Override
  public Optional<DailyQuota> dailyQuota() {
    return Optional.of(new DailyQuota(REQUESTS_A_DAY, QUOTA_DAYS));
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return new GoogleCalls(settings, credential).dataManager(INGEST, envelope.around(events));
  }

  /** A quota that waiting for minutes does not free is that of the day. */
  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    Reading reading = new DataManagerAnswers(settings, events).read(answer);
    return reading instanceof Reading.TryAgain again && again.cause() == Reading.Cause.THROTTLE
        ? again.endingIn(new Reading.Stop(Code.RETRY_LATER, again.words() + tomorrow()))
        : reading;
  }

  @Override
  public RetryPolicy retries() {
    return new RetryPolicy(
        Duration.ofSeconds(5), Duration.ofSeconds(60), settings.request().attempts(), THROTTLED);
  }

  @Override
  public Timeouts timeouts() {
    return TIMEOUTS;
  }

  @Override
  public Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.of(
        settings.target().actionId().isPresent()
            ? SourceCheck.first(settings, credential, now)
            : action.checked(credential));
  }
}
