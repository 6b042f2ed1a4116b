package dev.footfall.destinations.pinterest;

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

/** Sends one made-up checkout as a test, of which Pinterest records nothing. */
record ConnectionTest(PinterestSettings.Api api, CredentialValues credential, Instant now)
    implements Exchange {
  private static final String ID = "connection-test";

  @Override
  public HttpCall call() {
    return PinterestDelivery.post(api, true, credential, List.of(body()));
  }

  private byte[] body() {
    EventNames nobody = new EventNames();
    nobody.begin().add(Text.utf8(ID)).add('|').add(now.toEpochMilli());
    JsonBytes json = new JsonBytes().beginObject();
    json.key(JsonBytes.key("data")).beginArray().beginObject();
    text(json, "event_name", "checkout");
    text(json, "action_source", "offline");
    json.key(JsonBytes.key("event_time")).number(now.getEpochSecond());
    text(json, "event_id", ID);
    json.key(JsonBytes.key("user_data")).beginObject();
    json.key(JsonBytes.key("em")).beginArray().text(nobody.hex(Sha256.HEX)).endArray();
    json.endObject().endObject().endArray();
    return json.endObject().toBytes();
  }

  private static void text(JsonBytes json, String key, String value) {
    json.key(JsonBytes.key(key)).text(value);
  }

  @Override
  public Step read(HttpAnswer answer) {
    Reading reading = PinterestAnswers.read(answer, List.of(ID));
    if (reading instanceof Reading.Settled settled) {
      return judge(settled.outcomes().get(0));
    }
    if (reading instanceof Reading.Stop stop) {
      return new Step.Failed(stop.code(), stop.words());
    }
    if (reading instanceof Reading.RefusedWhole refused) {
      return new Step.Failed(refused.refusal().code(), refused.refusal().words());
    }
    return new Step.Failed(Code.PLATFORM_UNAVAILABLE, "HTTP " + answer.status());
  }

  private static Step judge(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted) {
      return new Step.Done("Pinterest takes events for the ad account");
    }
    return outcome instanceof Outcome.Refused refused
        ? new Step.Failed(refused.code(), refused.words())
        : new Step.Failed(Code.PLATFORM_UNAVAILABLE, "Pinterest's answer was not understood");
  }
}
