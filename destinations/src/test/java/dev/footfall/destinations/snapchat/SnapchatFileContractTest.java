package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Destination;
import dev.footfall.destinations.contract.DestinationContract;
import dev.footfall.destinations.contract.TestRows;
import java.util.Map;

/** Snapchat's files keep the contract of all destinations. */
class SnapchatFileContractTest extends DestinationContract {
  @Override
  protected Destination destination() {
    return new Snapchat();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("file_grain", "by_transaction");
  }

  @Override
  protected TestRows goodRows() {
    return Samples.recent();
  }
}
