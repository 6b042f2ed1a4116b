package dev.footfall.destinations.criteo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Destination;
import dev.footfall.destinations.contract.DestinationContract;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Criteo's files keep the contract of all destinations. */
class CriteoContractTest extends DestinationContract {
  @Override
  protected Destination destination() {
    return new Criteo();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of();
  }

  @Override
  protected TestRows goodRows() {
    return TestRows.of(
            "user_key_1",
            "user_key_2",
            "event_id",
            "event_time",
            "content_ids",
            "product_value",
            "product_quantity",
            "currency")
        .row("ada@example.org", "C-1", "A-1", "2026-11-20T18:05:00Z", "S-1", "24.50", "2", "USD")
        .row("ada@example.org", "C-1", "A-1", "2026-11-20T18:05:00Z", "S-2", "9.99", "1", "USD")
        .row("mona@example.org", "C-2", "A-2", "2026-11-20T19:05:00Z", "S-1", "24.50", "1", "USD");
  }

  /** Unlike elsewhere, a row is an event: Criteo groups lines itself. */
  @Test
  @Override
  protected void good_rows_are_all_sent() {
    Mapped mapped = run().map(goodRows());

    assertThat(mapped.rejected()).isEmpty();
    assertThat(mapped.events()).hasSize(goodRows().size());
    assertBalanced(mapped, goodRows());
  }
}
