package dev.footfall.destinations.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.destinations.answer.JsonAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A question to the Google Ads API in its query language.
 *
 * @param customer whose things are asked for
 * @param reader what the rows of the answer lead to
 */
record AdsQuestion(
    GoogleCalls calls,
    String customer,
    String query,
    Function<List<JsonNode>, Exchange.Step> reader)
    implements Exchange {
  @Override
  public HttpCall call() {
    JsonBytes json = new JsonBytes().beginObject();
    json.key(JsonBytes.key("query")).text(query);
    return calls.ads(customer, "/googleAds:searchStream", List.of(json.endObject().toBytes()));
  }

  @Override
  public Step read(HttpAnswer answer) {
    JsonNode chunks = JsonAnswer.of(answer);
    if (answer.status() / 100 != 2 || !chunks.isArray()) {
      return failed(answer);
    }
    List<JsonNode> rows = new ArrayList<>();
    chunks.forEach(chunk -> chunk.path("results").forEach(rows::add));
    return reader.apply(rows);
  }

  /** What an answer means that is none. */
  static Step failed(HttpAnswer answer) {
    Reading reading = AdsAnswers.failure(answer, List.of());
    if (reading instanceof Reading.Stop stop) {
      return new Step.Failed(stop.code(), stop.words());
    }
    if (reading instanceof Reading.RenewCredential refused) {
      return new Step.Failed(Code.CREDENTIALS_REJECTED, refused.words());
    }
    if (reading instanceof Reading.RefusedWhole refused) {
      return new Step.Failed(Code.CONFIGURATION_FAULT, refused.refusal().words());
    }
    return new Step.Failed(
        Code.PLATFORM_UNAVAILABLE, "Google does not answer: HTTP " + answer.status());
  }
}
