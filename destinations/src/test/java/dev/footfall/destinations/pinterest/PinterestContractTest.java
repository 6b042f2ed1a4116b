package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Pinterest's API mode keeps the contract of all destinations. */
class PinterestContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Pinterest();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("ad_account_id", "549755885175");
  }

  @Override
  protected TestRows goodRows() {
    return Samples.recent();
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    String good = "{\"status\":\"processed\",\"error_message\":\"\",\"warning_message\":\"\"}";
    String bad = "{\"status\":\"failed\",\"error_message\":\"too old\",\"warning_message\":null}";
    return List.of(
        answer(
            200,
            "{\"num_events_received\":2,\"num_events_processed\":2,\"events\":["
                + good
                + ","
                + good
                + "]}"),
        answer(
            422,
            "{\"code\":953,\"message\":\"invalid\",\"details\":{\"num_events_received\":2,"
                + "\"num_events_processed\":1,\"events\":["
                + good
                + ","
                + bad
                + "]}}"),
        answer(422, "{\"code\":953,\"message\":\"invalid\",\"details\":{}}"),
        answer(400, "{\"code\":4196,\"message\":\"Invalid request.\"}"),
        answer(401, "{\"code\":2,\"message\":\"Authentication failed.\"}"),
        answer(403, "{\"code\":29,\"message\":\"You are not permitted to access it.\"}"),
        answer(429, "{\"code\":8,\"message\":\"This request exceeded a rate limit.\"}"),
        answer(503, "{\"code\":4197,\"message\":\"Ramped down.\"}"));
  }

  @Override
  protected Speech speech() {
    String good = "{\"status\":\"processed\",\"error_message\":null}";
    String entries = good + "," + good + "," + good;
    return Speech.of(
            200,
            n ->
                "{\"num_events_processed\":"
                    + n
                    + ",\"events\":["
                    + String.join(",", Collections.nCopies(n, good))
                    + "]}")
        .counting("{\"num_events_processed\":@,\"events\":[" + entries + "]}")
        .blaming(
            "{\"num_events_processed\":2,\"events\":[@]}", "{\"status\":\"failed\",\"index\":@}");
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.together(
        Taken.allWithAnySuccess("each event's own entry decides, not the status"),
        Taken.all(
            "each event's own entry decides, not the count",
            "success with HTTP 422",
            "a count of 0",
            "a count that is too small",
            "a count that is too large",
            "a count as a text",
            "a count in words",
            "a count below zero",
            "a huge count",
            "a count with a point",
            "a count in a list",
            "no count but null"));
  }
}
