package dev.footfall.destinations.google;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventNames;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Text;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Instant;
import java.util.List;

/**
 * Has Google check a made-up event of each configured event source, without storing it: not every
 * conversion action takes every source.
 *
 * @param sources those not checked yet
 */
record SourceCheck(
    GoogleSettings settings, CredentialValues credential, Instant now, List<String> sources)
    implements Exchange {
  private static final String ID = "footfall-connection-test";

  /** Clocks differ. */
  private static final long HOUR = 3600;

  private static final String MISMATCH = "EVENT_SOURCE_AND_DESTINATION_MISMATCH";

  static SourceCheck first(GoogleSettings settings, CredentialValues credential, Instant now) {
    GoogleSettings.EventRules event = settings.event();
    List<String> sources =
        settings.target().isStoreSales()
            ? List.of("IN_STORE")
            : List.of(event.sourceOfClicks(), event.sourceWithoutClick());
    return new SourceCheck(settings, credential, now, sources.stream().distinct().toList());
  }

  @Override
  public HttpCall call() {
    return new GoogleCalls(settings, credential)
        .dataManager(
            DataManagerDelivery.INGEST,
            DataManagerDelivery.envelope(settings.target(), true).around(List.of(event())));
  }

  private Event event() {
    EventNames nobody = new EventNames();
    nobody.begin().add(Text.utf8(ID));
    JsonBytes json = new JsonBytes().beginObject();
    json.key(JsonBytes.key("transactionId")).text(ID);
    new EventTime('T', "Z")
        .write(now.getEpochSecond() - HOUR, json.key(JsonBytes.key("eventTimestamp")));
    json.key(JsonBytes.key("eventSource")).text(sources.get(0));
    json.key(JsonBytes.key("userData")).beginObject();
    json.key(JsonBytes.key("userIdentifiers")).beginArray().beginObject();
    json.key(JsonBytes.key("emailAddress")).text(nobody.hex(Sha256.HEX));
    json.endObject().endArray().endObject();
    if (settings.target().isStoreSales()) {
      json.key(JsonBytes.key("eventLocation")).beginObject();
      json.key(JsonBytes.key("storeId")).text(ID).endObject();
    }
    byte[] body = json.endObject().toBytes();
    long second = now.getEpochSecond();
    EventRows noRows = new EventRows(new long[0], "");
    return new Event(body, ID, "", second, second, noRows, KeyMaterial.of(new byte[0]));
  }

  @Override
  public Step read(HttpAnswer answer) {
    Reading reading = new DataManagerAnswers(settings, List.of(event())).read(answer);
    if (answer.status() / 100 == 2 && JsonAnswer.of(answer).path("requestId").isTextual()) {
      List<String> rest = sources.subList(1, sources.size());
      return rest.isEmpty()
          ? new Step.Done("Google takes events for the conversion action")
          : new Step.Next(new SourceCheck(settings, credential, now, rest));
    }
    if (reading instanceof Reading.Stop stop) {
      String remedy =
          stop.words().contains(MISMATCH)
              ? "; change event_source_click or event_source_no_click, for example to OTHER"
              : "";
      return new Step.Failed(stop.code(), stop.words() + remedy);
    }
    if (reading instanceof Reading.RenewCredential refused) {
      return new Step.Failed(Code.CREDENTIALS_REJECTED, refused.words());
    }
    if (reading instanceof Reading.Sifted sifted
        && sifted.outcomes().get(0) instanceof Outcome.Refused refused) {
      return new Step.Failed(refused.code(), refused.platformCode() + ": " + refused.words());
    }
    GoogleError error = GoogleError.of(answer);
    return answer.status() / 100 == 4 && answer.status() != 429
        ? new Step.Failed(Code.BAD_CONVERSION_ACTION, error.words())
        : new Step.Failed(Code.PLATFORM_UNAVAILABLE, error.words());
  }
}
