package dev.footfall.destinations.google;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Question;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The Data Manager API keeps the contract of all destinations. */
class GoogleContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Google();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("customer_id", "123-456-7890", "conversion_action_id", "987654321");
  }

  @Override
  protected TestRows goodRows() {
    return Samples.example().with("email", "Ada.Lovelace+Vip@Gmail.COM");
  }

  @Override
  protected boolean meansSuccess(HttpAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8).contains("\"requestId\":\"126365e1");
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return List.of(
        answer(
            200,
            "{\"requestId\":\"126365e1-16d0-4c81-9de9-f362711e250a\",\"fieldWarnings\":[{\"field\":"
                + "\"events[0].cart_data\",\"reason\":\"WARNING_REASON_CART_DATA_NO_ITEMS\"}]}"),
        answer(400, refusal("events.events[1].user_data", "INVALID_HEX_ENCODING")),
        answer(400, refusal("events[0].cart_data.merchant_id", "INVALID_MERCHANT_ID")),
        answer(400, refusal("destinations[0]", "INVALID_CONVERSION_ACTION_ID")),
        answer(400, refusal("", "INVALID_EVENT")),
        answer(401, error(401, "UNAUTHENTICATED")),
        answer(403, error(403, "PERMISSION_DENIED")),
        answer(429, error(429, "RESOURCE_EXHAUSTED")),
        answer(503, error(503, "UNAVAILABLE")));
  }

  static String error(int code, String status) {
    return "{\"error\":{\"code\":" + code + ",\"message\":\"no\",\"status\":\"" + status + "\"}}";
  }

  static String refusal(String field, String reason) {
    return "{\"error\":{\"code\":400,\"message\":\"There was a problem.\",\"status\":"
        + "\"INVALID_ARGUMENT\",\"details\":[{\"@type\":\"google.rpc.ErrorInfo\","
        + "\"reason\":\"INVALID_ARGUMENT\"},{\"@type\":\"google.rpc.BadRequest\","
        + "\"fieldViolations\":[{\"field\":\""
        + field
        + "\",\"description\":\"not good\",\"reason\":\""
        + reason
        + "\"}]}]}}";
  }

  @Override
  protected Speech speech() {
    String body = "{\"requestId\":\"126365e1-16d0\",\"fieldWarnings\":[@]}";
    return Speech.of(200, n -> "{\"requestId\":\"126365e1-16d0\"}")
        .blaming(body, "{\"field\":\"events[@].cart_data\",\"reason\":\"WARNING\"}");
  }

  @Override
  protected List<Question> questions(List<Event> events) {
    Reading.JudgedLater later =
        (Reading.JudgedLater)
            ((HttpDelivery)
                    Samples.dataManager()
                        .set("await_diagnostics_minutes", "1440")
                        .route(goodRows())
                        .delivery())
                .read(answer(200, "{\"requestId\":\"126365e1-16d0\"}"), events);
    Speech status =
        Speech.of(200, n -> status("SUCCESS", ""))
            .counting(status("FAILED", "{\"reason\":\"TOO_RECENT_CLICK\",\"recordCount\":@}"))
            .blaming(
                status("PARTIAL_SUCCESS", "@"), "{\"reason\":\"EVENT\",\"recordCount\":\"@\"}");
    return List.of(Question.afterTaking(later.inquiry(), status, Map.of()));
  }

  private static String status(String word, String counts) {
    return "{\"requestStatusPerDestination\":[{\"requestStatus\":\""
        + word
        + "\",\"errorInfo\":{\"errorCounts\":["
        + counts
        + "]}}]}";
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.all(
        "a request with an id is taken whole; what comes with it are warnings",
        "the Data Manager's success",
        "the first event is at fault",
        "the same event is at fault twice",
        "the event at fault is -1",
        "the event at fault is null",
        "the event at fault is 0.5",
        "the event at fault is [0]",
        "the event at fault is {}",
        "the event at fault is 99999999999999999999",
        "the event at fault is one behind",
        "one event at fault is there, one is not",
        "faults are []",
        "faults are [{}]",
        "faults are [null]",
        "faults are [1]",
        "faults are [[[null]]]");
  }
}
