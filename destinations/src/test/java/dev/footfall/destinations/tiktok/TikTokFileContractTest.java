package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Destination;
import dev.footfall.destinations.contract.DestinationContract;
import dev.footfall.destinations.contract.TestRows;
import java.util.Map;

/** TikTok's files keep the contract of all destinations. */
class TikTokFileContractTest extends DestinationContract {
  @Override
  protected Destination destination() {
    return new TikTok();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("mode", "csv_file");
  }

  @Override
  protected TestRows goodRows() {
    return rows();
  }

  /** Two orders, one of two items. */
  static TestRows rows() {
    TestRows example = Samples.example().with("timestamp", "2026-11-20T18:05:00Z");
    return example.and(example.only(0).with("order_id", "A-10046"));
  }
}
