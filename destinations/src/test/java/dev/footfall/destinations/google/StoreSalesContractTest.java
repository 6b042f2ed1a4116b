package dev.footfall.destinations.google;

import dev.footfall.core.destination.Destination;
import dev.footfall.destinations.contract.DestinationContract;
import dev.footfall.destinations.contract.TestRows;
import java.util.Map;

/** Store sales files keep the contract of all destinations. */
class StoreSalesContractTest extends DestinationContract {
  @Override
  protected Destination destination() {
    return new Google();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "mode", "store_sales_csv",
        "conversion_action_name", "Store purchases",
        "loyalty_rate", "0.6",
        "transaction_upload_rate", "1");
  }

  @Override
  protected TestRows goodRows() {
    return TestRows.of(
            "order_id",
            "timestamp",
            "email",
            "given_name",
            "unit_price",
            "quantity",
            "currency_code")
        .row("A-1", "2026-11-20T18:05:00Z", "ada@example.org", "Adeline", "24.50", "2", "USD")
        .row("A-1", "2026-11-20T18:05:00Z", "ada@example.org", "Adeline", "9.99", "1", "USD")
        .row("A-2", "2026-11-20T19:05:00Z", "mona@example.org", "Monalisa", "24.50", "1", "USD");
  }
}
