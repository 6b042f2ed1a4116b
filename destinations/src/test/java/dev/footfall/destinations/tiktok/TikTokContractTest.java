package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import java.util.Map;

/** TikTok keeps the contract of all destinations. */
class TikTokContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new TikTok();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("advertiser_id", "7111111111111111111", "event_set_id", Samples.EVENT_SET);
  }

  @Override
  protected TestRows goodRows() {
    return TikTokFileContractTest.rows();
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return List.of(
        Answers.of(0, "OK"),
        Answers.of(20001, "Partial success."),
        Answers.of(20001, "Partial success. Data.1: refused."),
        Answers.of(40002, "Data.1.properties.contents.0.content_id: Not a valid string"),
        Answers.of(40001, "No permission to operate the event source."),
        Answers.of(40100, "Too many requests. Please retry in some time."),
        Answers.of(40105, "Access token is incorrect or has been revoked."),
        Answers.of(50000, "System error"));
  }

  @Override
  protected Speech speech() {
    return Speech.of(200, n -> "{\"code\":0,\"message\":\"OK\",\"data\":{}}")
        .blaming(
            "{\"code\":20001,\"message\":\"Partial success\",\"data\":{\"why\":[@]}}",
            "\"Data.@\"");
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.together(
        Taken.allWithAnySuccess("the code decides, not the status"),
        Taken.all("code 0 is all that success needs", "TikTok's success"),
        Taken.all(
            "partial success that names no place is taken, unverified",
            "the event at fault is -1",
            "the event at fault is null",
            "the event at fault is [0]",
            "the event at fault is {}",
            "faults are []",
            "faults are [{}]",
            "faults are [null]",
            "faults are [1]",
            "faults are [[[null]]]"),
        Taken.allButTheFirst(
            "partial success names the place",
            "the first event is at fault",
            "the same event is at fault twice",
            "the event at fault is 0.5"));
  }
}
