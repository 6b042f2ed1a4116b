package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
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
import java.util.Set;

/** Snapchat's API mode keeps the contract of all destinations. */
class SnapchatContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Snapchat();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("mode", "conversions_api", "pixel_id", Samples.PIXEL);
  }

  @Override
  protected TestRows goodRows() {
    return Samples.recent();
  }

  /** Snapchat may say nothing at all, or a word that is no JSON. */
  @Override
  protected boolean meansSuccess(HttpAnswer answer) {
    String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
    return answer.status() / 100 == 2 && Set.of("", "OK", "\u0000").contains(text);
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return List.of(
        answer(200, "{\"status\":\"VALID\",\"reason\":\"2 events\"}"),
        answer(400, "{\"status\":\"INVALID\",\"reason\":\"Missing\",\"param\":\"value\"}"),
        answer(400, "{\"status\":\"INVALID\",\"event\":1,\"errors\":{\"codes\":[\"517\"]}}"),
        answer(401, "{\"status\":\"INVALID\",\"reason\":\"Unauthorized resources\"}"),
        answer(403, "{\"status\":\"INVALID\",\"reason\":\"terms of service\"}"),
        answer(404, ""),
        answer(413, "too large"),
        answer(429, "{\"status\":\"INVALID\"}"),
        answer(503, ""));
  }

  @Override
  protected Speech speech() {
    return Speech.of(200, n -> "{\"status\":\"VALID\",\"reason\":\"taken\"}")
        .blaming(
            "{\"status\":\"INVALID\",\"event_logs\":[@]}",
            "{\"event\":@,\"status\":\"INVALID\",\"errors\":{\"codes\":[\"517\"]}}");
  }

  /** The second look at a refused request: it may name the bad, and never makes the others good. */
  @Override
  protected List<Question> questions(List<Event> events) {
    Reading.JudgedLater later =
        (Reading.JudgedLater)
            delivery().read(answer(400, "{\"status\":\"INVALID\",\"reason\":\"bad\"}"), events);
    Map<String, Taken> none =
        Taken.none(
            "what was only looked at is not stored",
            "success with HTTP 200",
            "a byte-order mark before success");
    return List.of(Question.beforeTaking(later.inquiry(), speech(), none));
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.together(
        Taken.allWithAnySuccess("2xx and VALID"),
        Taken.all("VALID is all that success needs", "Snapchat's success"),
        Taken.all(
            "an empty 2xx, or one that is no JSON, is taken, unverified",
            "nothing",
            "4 MB of spaces",
            "a long number",
            "a word",
            "a NUL",
            "bytes that are no text",
            "a byte-order mark",
            "nothing with HTTP 200",
            "nothing with HTTP 201",
            "nothing with HTTP 202",
            "nothing with HTTP 204",
            "nothing with HTTP 206",
            "nothing with HTTP 207",
            "nothing with HTTP 299"));
  }
}
