package dev.footfall.destinations.criteo;

import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of sales, and runs over them on the morning of 2026-11-20. */
final class Sales {
  private Sales() {}

  static TestRun run() {
    return TestRun.of(new Criteo()).at("2026-11-20T06:00:00Z");
  }

  /** A good row with some cells changed. */
  static TestRows row(Object... namesAndValues) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("user_key_1", "ava@example.com");
    cells.put("user_key_type_1", "");
    cells.put("user_key_2", "C-77120");
    cells.put("user_key_type_2", "");
    cells.put("event_id", "SO-1");
    cells.put("event_time", "2026-11-19T15:09:26Z");
    cells.put("content_ids", "TEE");
    cells.put("product_value", "39.80");
    cells.put("product_quantity", "2");
    cells.put("store_id", "S-014");
    cells.put("currency", "USD");
    cells.put("is_return", "");
    cells.put("opt_out", "");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      cells.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return TestRows.of(cells.keySet().toArray(String[]::new)).row(cells.values().toArray());
  }

  /** A cell of the only line. */
  static String cell(Mapped mapped, SaleColumn column) {
    return Arrays.asList(mapped.text(0).stripTrailing().split(",", -1))
        .get(SaleColumn.ALL.indexOf(column));
  }

  static String cell(SaleColumn column, Object... namesAndValues) {
    return cell(run().map(row(namesAndValues)), column);
  }
}
