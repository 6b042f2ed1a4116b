package dev.footfall.destinations.snapchat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.EventNames;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Text;
import java.time.Instant;
import java.util.List;

/** Has one made-up event validated, of which Snapchat records nothing. */
record ConnectionTest(SnapchatDelivery delivery, CredentialValues credential, Instant now)
    implements Exchange {
  private static final String ID = "connection-test";
  private static final byte[] SIGN_UP =
      Text.utf8(
          "\"event_name\":\"SIGN_UP\",\"action_source\":\"OFFLINE\",\"event_id\":\"" + ID + '"');

  @Override
  public HttpCall call() {
    return delivery.post(true, credential, List.of(body()));
  }

  private byte[] body() {
    EventNames nobody = new EventNames();
    nobody.begin().add(Text.utf8(ID)).add(now.toEpochMilli());
    JsonBytes json = new JsonBytes().beginObject();
    json.key(JsonBytes.key("data")).beginArray().beginObject().raw(SIGN_UP);
    json.key(JsonBytes.key("event_time")).number(now.getEpochSecond());
    json.key(JsonBytes.key("user_data")).beginObject();
    json.key(JsonBytes.key("em")).beginArray().text(nobody.hex(Sha256.HEX)).endArray();
    return json.endObject().endObject().endArray().endObject().toBytes();
  }

  @Override
  public Step read(HttpAnswer answer) {
    Reading reading = SnapchatAnswers.read(answer, 1);
    if (reading instanceof Reading.Settled settled) {
      return settled.outcomes().get(0) instanceof Outcome.Refused refused
          ? new Step.Failed(refused.code(), refused.words())
          : new Step.Done("Snapchat takes events for the pixel");
    } else if (reading instanceof Reading.RenewCredential refused) {
      return new Step.Failed(Code.CREDENTIALS_REJECTED, refused.words());
    } else if (reading instanceof Reading.Stop stop) {
      return new Step.Failed(stop.code(), stop.words());
    } else if (reading instanceof Reading.RefusedWhole refused) {
      return new Step.Failed(refused.refusal().code(), refused.refusal().words());
    }
    return new Step.Failed(Code.PLATFORM_UNAVAILABLE, "HTTP " + answer.status());
  }
}
