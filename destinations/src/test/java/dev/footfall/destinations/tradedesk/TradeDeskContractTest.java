package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

class TradeDeskContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new TradeDesk();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "advertiser_id", "acmeadvertiser",
        "offline_data_provider_id", "acmeoffline",
        "tracking_tag_id", "tag0001");
  }

  @Override
  protected TestRows goodRows() {
    TestRows orders = Samples.example();
    return orders
        .and(orders.only(0).with("orderid", "SO-2").with("email", "Joe.Bloggs@Example.com"))
        .and(orders.only(1).with("orderid", null).with("timestamp", "2026-11-19 08:00:00"));
  }

  @Override
  protected String hashAsSent(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return List.of(
        answer(200, "{}"),
        answer(200, "{\"FailedLines\":[]}"),
        answer(200, "{\"FailedLines\":null}"),
        answer(
            200, "{\"FailedLines\":[{\"ItemNumber\":\"2\",\"ErrorCode\":\"InvalidTimestamp\"}]}"),
        answer(400, "{\"FailedLines\":[{\"ItemNumber\":\"1\",\"ErrorCode\":\"Unknown\"}]}"),
        answer(400, "The body could not be read."),
        answer(401, "{\"ErrorCode\":\"InvalidToken\",\"Message\":\"The token is not valid.\"}"),
        answer(403, "{\"ErrorCode\":\"IncorrectPermissions\",\"Message\":\"No.\"}"),
        answer(413, "{\"ErrorCode\":\"MaxRequestSizeExceeded\"}"),
        answer(429, ""),
        answer(503, ""));
  }

  /** An empty object is how success looks. */
  @Override
  protected boolean meansSuccess(HttpAnswer answer) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    return answer.status() == 200 && body.equals("{}");
  }

  @Override
  protected Speech speech() {
    return Speech.of(200, n -> "{\"FailedLines\":[]}")
        .blaming("{\"FailedLines\":[@]}", "{\"ItemNumber\":@,\"ErrorCode\":\"InvalidTimestamp\"}");
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.together(
        Taken.all(
            "an object without failed lines; members that are not known are ignored",
            "{}",
            "deep objects",
            "Meta's success",
            "Pinterest's success",
            "Google Ads' success",
            "the Data Manager's success",
            "The Trade Desk's success",
            "Klaviyo's success",
            "success one level down",
            "success with nulls for values",
            "faults are []"),
        Taken.all(
            "items count from 1, so this is the last item of an order whose others are taken",
            "the event at fault is one behind"));
  }
}
