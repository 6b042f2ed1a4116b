package dev.footfall.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More rows than fit into memory go through a real run in a process with a small heap. The property
 * {@code footfall.memory.rows} says how many; {@code bench/run memory} asks for ten million.
 */
class MemoryTest {
  private static final long ROWS = Long.getLong("footfall.memory.rows", 150_000);
  private static final String HEAP = "96m";

  /** Rows that are rejected: a million at full size. */
  private static final long REJECTED = Math.max(50_000, ROWS / 10);

  /** The heap, the engine's 512 MB, code, threads and what libraries hold. */
  private static final long MOST_MEGABYTES = 1000;

  /** Two item rows an order, orders scattered over the table, so that grouping has work to do. */
  private static final String TABLE =
      """
      COPY (
        SELECT 'cust-' || o AS external_id, 'person.' || o || '@example.com' AS email,
          '+1212' || (2000000 + o %% 7999999) AS phone, 'Given' || o %% 997 AS given_name,
          'Surname' || o %% 9973 AS surname, 'Seattle' AS city, 'WA' AS state, '98101' AS postal,
          'US' AS country, 'ORD-' || lpad(CAST(o * 48271 %% 2147483647 AS VARCHAR), 10, '0') AS order_id,
          TIMESTAMP '2026-11-20 10:00:00' - to_seconds(CAST(o %% 86400 AS INTEGER)) AS "timestamp",
          'SKU-' || i %% 5000 AS product_id, CAST(9.99 + i %% 100 AS DECIMAL(18, 2)) AS price,
          CAST(1 AS INTEGER) AS quantity, 'USD' AS currency
        FROM (SELECT i, (i * 7919 %% %1$d) // 2 AS o FROM range(%1$d) r (i))
      ) TO '%2$s' (FORMAT parquet)
      """;

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        meta: { access_token: "${env:META_TOKEN}" }
      destinations:
        stores: { type: meta, credential: meta, settings: { dataset_id: "1234567890", base_url: "%s" } }
      orchestrations:
        daily: { source: drops, query: queries/sales.sql, columns: canonical, destination: stores, timezone: UTC }
        rejected: { source: drops, query: queries/rejected.sql, columns: canonical, destination: stores, timezone: UTC, dialect: native }
      """;

  @TempDir Path folder;

  private void write(String address) throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(folder.resolve("queries"));
    try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = engine.createStatement()) {
      statement.execute("SET memory_limit = '1GB'");
      statement.execute(TABLE.formatted(ROWS, folder.resolve("data/sales.parquet")));
    }
    Files.writeString(folder.resolve("queries/sales.sql"), "SELECT * FROM sales");
    Files.writeString(
        folder.resolve("queries/rejected.sql"),
        "SELECT * REPLACE ('NON' || order_id AS order_id, 'QQQ' AS currency) FROM sales LIMIT "
            + REJECTED);
    Files.writeString(folder.resolve("footfall.yaml"), PROJECT.formatted(address));
  }

  private static long peakMegabytes(long pid) throws Exception {
    Path status = Path.of("/proc/" + pid + "/status");
    return !Files.exists(status)
        ? 0
        : Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
            .findFirst()
            .orElse(0);
  }

  @Test
  void rows_beyond_memory_go_through_a_small_heap_and_the_books_balance() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().recent(10))) {
      write(sandbox.baseUrl("meta"));
      try (Operator operator =
          Operator.in(
              folder,
              folder.resolve("tmp"),
              Map.of("META_TOKEN", "sandbox-meta-token"),
              List.of("-Xmx" + HEAP))) {
        run(operator, "daily", "accepted", ROWS);
        run(operator, "daily", "already_delivered", ROWS);
        run(operator, "rejected", "rejected", REJECTED);
      }
      assertThat(sandbox.counters("meta").kept()).isEqualTo(ROWS / 2);
    }
  }

  private static void run(Operator operator, String name, String fate, long rows) throws Exception {
    long start = System.nanoTime();
    Operator.Answer answer = operator.type("run", name, "--json", "--now", "2026-11-21T12:00:00Z");
    assertThat(answer.code()).as(answer.err()).isZero();
    JsonNode books = new ObjectMapper().readTree(answer.out()).get("rows");
    assertThat(books.get("read").longValue()).isEqualTo(rows);
    JsonNode count = books.get(fate);
    assertThat(count.isObject() ? count.path("BAD_CURRENCY").longValue() : count.longValue())
        .isEqualTo(rows);
    long peak = peakMegabytes(operator.pid());
    System.out.printf(
        "%,d rows %s with a heap of %s: %.1f s, at most %d MB resident%n",
        rows, fate, HEAP, (System.nanoTime() - start) / 1e9, peak);
    assertThat(peak).isLessThan(MOST_MEGABYTES);
  }
}
