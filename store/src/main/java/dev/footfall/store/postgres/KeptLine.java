package dev.footfall.store.postgres;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A line as the table holds it.
 *
 * @param fence fencing number of the run that last touched it
 * @param state delivered, unknown or removed
 */
record KeptLine(LedgerEntry entry, int fence, int state) {
  static KeptLine read(ResultSet row) throws SQLException {
    LedgerEntry entry =
        new LedgerEntry(
            new LedgerKey(row.getLong("high"), row.getLong("low")),
            row.getLong("rows_print"),
            row.getLong("payload_print"),
            row.getLong("id_print"),
            row.getLong("event_time"),
            row.getLong("claimed_at"),
            row.getInt("run_number"));
    return new KeptLine(entry, row.getInt("fence"), row.getInt("state"));
  }

  /** What a later run is told; empty when the line says nothing any more. */
  Optional<Known> known() {
    return switch (state) {
      case LedgerSql.DELIVERED -> Optional.of(new Known(KeyState.DELIVERED, Optional.of(entry)));
      case LedgerSql.UNKNOWN -> Optional.of(new Known(KeyState.UNKNOWN, Optional.of(entry)));
      default -> Optional.empty();
    };
  }
}
