package dev.footfall.destinations.tradedesk;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Conversions as posts to a data provider; who they are of is looked up before. */
final class TradeDeskDelivery implements HttpDelivery {
  private static final String PATH = "/providerapi/offlineconversion";
  private static final String TOKEN = "TTD-Auth";
  private static final String SIGNATURE = "TtdSignature";
  private static final String SECOND_SIGNATURE = "TtdSignature-dp";
  private static final Set<String> SECRET = Set.of(TOKEN, SIGNATURE, SECOND_SIGNATURE);

  /** The longest search for the bad items of one request. */
  private static final int MOST_FURTHER_REQUESTS = 64;

  /** How often a request without answer is repeated, where The Trade Desk knows it again. */
  private static final int REPEATS = 2;

  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(5), 6, Duration.ofSeconds(60));

  private final TradeDeskSettings settings;
  private final String runId;
  private final Instant now;
  private final RunMemory memory = new RunMemory();
  private final String begin;

  TradeDeskDelivery(TradeDeskSettings settings, String runId, Instant now) {
    this.settings = settings;
    this.runId = runId;
    this.now = now;
    this.begin = begin(settings);
  }

  private static String begin(TradeDeskSettings settings) {
    JsonBytes json = new JsonBytes().beginObject();
    json.key(JsonBytes.key("DataProviderId")).text(settings.target().providerId());
    if (settings.people().isArray()) {
      json.key(JsonBytes.key("UserIdArrayMetadataFormat")).beginArray();
      json.text("type").text("id").endArray();
    }
    json.key(JsonBytes.key("Items")).beginArray();
    return new String(json.toBytes(), StandardCharsets.UTF_8);
  }

  private Envelope envelope(int number) {
    String trace =
        new String(new JsonBytes().text(runId + "-" + number).toBytes(), StandardCharsets.UTF_8);
    return Envelope.of(
        begin, settings.pace().isTraced() ? "],\"DataLoadTraceId\":" + trace + "}" : "]}");
  }

  @Override
  public Limits limits() {
    Limits narrowed =
        TradeDeskSpec.REQUEST
            .withEvents(settings.pace().items())
            .withBytes(settings.pace().bytes());
    return new Limits(
        narrowed.events(),
        narrowed.bytes(),
        narrowed.eventBytes(),
        settings.pace().inFlight(),
        narrowed.requestsPerMinute());
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return post(envelope(memory.number(events)).around(events), credential);
  }

  /** A request of nothing, which is answered like any other. */
  HttpCall empty(CredentialValues credential) {
    byte[] body = (begin + "]}").getBytes(StandardCharsets.UTF_8);
    return post(List.of(body), credential);
  }

  private HttpCall post(List<byte[]> body, CredentialValues credential) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    Optional<TradeDeskSettings.Signature> signature = settings.target().signature();
    if (signature.isEmpty()) {
      headers.put(TOKEN, credential.reveal(TradeDeskSettingSpecs.API_TOKEN));
    } else {
      headers.put(SIGNATURE, BodySignature.of(body, credential.find(field(signature.get()))));
      credential
          .find(TradeDeskSettingSpecs.PROVIDER_SECRET)
          .ifPresent(
              secret -> headers.put(SECOND_SIGNATURE, BodySignature.of(body, Optional.of(secret))));
    }
    return HttpCall.post(settings.target().baseUrl() + PATH, headers, SECRET, body);
  }

  private static String field(TradeDeskSettings.Signature signature) {
    return switch (signature) {
      case ADVERTISER -> TradeDeskSettingSpecs.ADVERTISER_SECRET;
      case DATA_PROVIDER -> TradeDeskSettingSpecs.PROVIDER_SECRET;
    };
  }

  @Override
  public int overhead() {
    return envelope(Integer.MAX_VALUE).overhead();
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    return new TradeDeskAnswers(events, memory).read(answer);
  }

  /** The Trade Desk drops repetitions by order id and value; without an order id nothing does. */
  @Override
  public Reading lost(List<Event> events) {
    return TradeDeskAnswers.lost(events, REPEATS, "The Trade Desk's answer was lost");
  }

  @Override
  public int isolationBudget(int events) {
    return MOST_FURTHER_REQUESTS;
  }

  @Override
  public RetryPolicy retries() {
    return RETRIES;
  }

  @Override
  public Optional<Resolution> resolution() {
    return Optional.of(new IdentityMap(settings.people()));
  }

  @Override
  public Optional<Exchange> connectionTest(CredentialValues credential) {
    Exchange conversions = new EmptyRequest(this, credential);
    return Optional.of(
        settings.people().scope() == TradeDeskSettings.Scope.NONE
            ? conversions
            : OperatorTest.of(
                new IdentityMap(settings.people()),
                credential,
                new Resolution.Attempt(1, now, new SecureRandom()),
                conversions));
  }
}
