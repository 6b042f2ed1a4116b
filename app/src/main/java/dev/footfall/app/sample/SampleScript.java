package dev.footfall.app.sample;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fills the brand's tables, in chunks that bound memory and let progress be told. */
final class SampleScript {

  private static final long CHUNK = 250_000;

  private final SampleWorkshop workshop;
  private final SampleOptions options;
  private final Progress progress;

  SampleScript(SampleWorkshop workshop, SampleOptions options, Progress progress) {
    this.workshop = workshop;
    this.options = options;
    this.progress = progress;
  }

  Map<String, Long> run() throws SQLException, IOException {
    for (String script : List.of("draws", "places", "names", "products", "calendar", "tables")) {
      workshop.script(script);
    }
    inChunks("orders", "order", options.orders(), List.of("orders", "transactions", "events"));
    inChunks("customers", "person", options.customers(), List.of("people", "customers"));
    progress.at("tables", 0, 1);
    workshop.script("finish");
    Map<String, Long> rows = rowCounts();
    workshop.sql("CHECKPOINT brand");
    progress.at("tables", 1, 1);
    return rows;
  }

  private void inChunks(String stage, String variable, long total, List<String> scripts)
      throws SQLException, IOException {
    for (long from = 0; from < total; from += CHUNK) {
      progress.at(stage, from, total);
      long to = Math.min(total, from + CHUNK);
      workshop.sql("SET VARIABLE %s_from = CAST(%d AS BIGINT)".formatted(variable, from));
      workshop.sql("SET VARIABLE %s_to = CAST(%d AS BIGINT)".formatted(variable, to));
      for (String script : scripts) {
        workshop.script(script);
      }
    }
    progress.at(stage, total, total);
  }

  private Map<String, Long> rowCounts() throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    for (String table :
        workshop.column(
            "SELECT table_name FROM information_schema.tables WHERE table_catalog = 'brand'")) {
      rows.put(table, Long.valueOf(workshop.column("SELECT count(*) FROM brand." + table).get(0)));
    }
    return rows;
  }
}
