package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Destination;
import dev.footfall.destinations.contract.DestinationContract;
import dev.footfall.destinations.contract.TestRows;
import java.util.Map;

/** Pinterest's files keep the contract of all destinations. */
class PinterestFileContractTest extends DestinationContract {
  @Override
  protected Destination destination() {
    return new Pinterest();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("mode", "csv_file", "csv_include_madid", "true", "csv_include_currency", "true");
  }

  @Override
  protected TestRows goodRows() {
    return TestRows.of("em", "event_time", "order_id", "item_id", "price", "quantity", "currency")
        .row("ada@example.org", "2026-11-20T18:05:00Z", "A-1", "SKU-1", "24.50", "2", "USD")
        .row("ada@example.org", "2026-11-20T18:05:00Z", "A-1", "SKU-2", "9.99", "1", "USD")
        .row("mona@example.org", "2026-11-20T19:05:00Z", "A-2", "SKU-1", "24.50", "1", "USD");
  }
}
