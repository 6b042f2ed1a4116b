package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Destination;
import dev.footfall.destinations.contract.DestinationContract;
import dev.footfall.destinations.contract.TestRows;
import java.util.Map;

/** Snapchat's files with a line for each row keep the contract of all destinations. */
class SnapchatLinesContractTest extends DestinationContract {
  @Override
  protected Destination destination() {
    return new Snapchat();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("file_grain", "as_rows");
  }

  @Override
  protected TestRows goodRows() {
    return Samples.recent();
  }

  @Override
  protected boolean joinsRows() {
    return false;
  }

  /** Two products of one order may make equal lines. */
  @Override
  protected boolean countsEqualRows() {
    return true;
  }
}
