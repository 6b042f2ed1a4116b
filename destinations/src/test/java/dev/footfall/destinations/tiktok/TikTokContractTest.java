package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.HttpDestinationContract;
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
}
