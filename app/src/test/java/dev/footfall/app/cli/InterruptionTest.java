package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C, or a scheduler that wants an end, in the middle of a run: in a process of its own. */
class InterruptionTest {
  private static final int ORDERS = 60;

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        pins: { conversion_access_token: "${env:PIN_TOKEN}" }
      destinations:
        stores:
          type: pinterest
          credential: pins
          settings: { ad_account_id: 549755885175, batch_size: 1, base_url: "%s" }
      orchestrations:
        daily:
          source: drops
          query: queries/orders.sql
          destination: stores
          dialect: native
          columns: canonical
      """;

  private static final String SQL =
      """
      SELECT 'O' || i AS order_id, 'jane' || i || '@example.com' AS email, 5.00 AS price,
        TIMESTAMP '2026-11-20 10:00:00' AS timestamp, 1 AS quantity, 'USD' AS currency, 'p' AS product_id
      FROM range(%d) AS t(i)
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void the_books_of_what_was_done_are_kept_and_the_next_run_sends_the_rest_once(
      String signal, int exitCode) throws Exception {
    try (Sandbox sandbox = Typed.sandbox()) {
      Typed typed = orders(sandbox);
      sandbox.inject(
          "pinterest", Injection.next("slow").times(Injection.ALWAYS).with("delay_ms", 400));
      Process run = start();
      awaitKept(sandbox, run);
      new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid())).start().waitFor();
      assertThat(run.waitFor(20, TimeUnit.SECONDS)).as("ends within seconds").isTrue();
      assertThat(run.exitValue()).as(printed()).isEqualTo(exitCode);

      JsonNode books = typed.type("report", "--json").json();
      assertThat(books.at("/outcome").textValue()).isEqualTo("interrupted");
      long accepted = books.at("/rows/accepted").longValue();
      assertThat(accepted).isBetween(1L, ORDERS - 1L);
      assertThat(books.at("/rows/unknown").longValue()).isZero();
      assertThat(books.at("/rows/not_sent").longValue())
          .isEqualTo(books.at("/rows/read").longValue() - accepted);
      assertThat(Files.readString(folder.resolve("out.txt"))).contains("stopped: NOT_ATTEMPTED");
      assertThat(Files.readString(folder.resolve("err.txt"))).contains("'daily' was not begun");
      assertThat(json(folder.resolve("report.json")).at("/0/rows/accepted").longValue())
          .isEqualTo(accepted);
      finish(sandbox, typed, accepted);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void nobody_waits_for_a_platform_that_asked_for_minutes() throws Exception {
    try (Sandbox sandbox = Typed.sandbox()) {
      Typed typed = orders(sandbox);
      sandbox.inject(
          "pinterest", Injection.next("throttle").times(Injection.ALWAYS).with("retry_after", 500));
      Process run = start();
      while (sandbox.counters("pinterest").requests() == 0) {
        assertThat(run.waitFor(20, TimeUnit.MILLISECONDS)).as("still running").isFalse();
      }
      new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
      assertThat(run.waitFor(50, TimeUnit.SECONDS)).as("ends while it is waited for").isTrue();

      JsonNode books = typed.type("report", "--json").json();
      assertThat(books.at("/outcome").textValue()).as(printed()).isEqualTo("interrupted");
      assertThat(books.at("/rows/not_sent").longValue()).isEqualTo(ORDERS);
      assertThat(books.at("/rows/unknown").longValue()).isZero();
    }
  }

  private Typed orders(Sandbox sandbox) throws Exception {
    return Typed.in(folder)
        .shipped()
        .with(Map.of("PIN_TOKEN", "sandbox-pinterest-token"))
        .write("data/none.csv", "a\n1\n")
        .write("queries/orders.sql", SQL.formatted(ORDERS))
        .write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("pinterest")));
  }

  private void finish(Sandbox sandbox, Typed typed, long accepted) throws Exception {
    JsonNode rest = typed.run("daily", "--json").json();
    assertThat(rest.at("/outcome").textValue()).isEqualTo("succeeded");
    assertThat(rest.at("/rows/already_delivered").longValue()).isEqualTo(accepted);
    assertThat(rest.at("/rows/accepted").longValue()).isEqualTo(ORDERS - accepted);
    assertThat(sandbox.counters("pinterest").kept()).isEqualTo(ORDERS);
    assertThat(sandbox.counters("pinterest").repeated()).isZero();
  }

  private Process start() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "env",
                "--default-signal=INT", // ignored where the tests themselves run in the background
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.footfall.app.Main",
                "run",
                "daily",
                "daily",
                "--now",
                Typed.NOW.toString(),
                "--report",
                "report.json"));
    builder.environment().put("FOOTFALL_CWD", folder.toString());
    builder.environment().put("PIN_TOKEN", "sandbox-pinterest-token");
    builder.redirectOutput(folder.resolve("out.txt").toFile());
    builder.redirectError(folder.resolve("err.txt").toFile());
    return builder.start();
  }

  private String printed() throws IOException {
    return Files.readString(folder.resolve("out.txt"))
        + Files.readString(folder.resolve("err.txt"));
  }

  private static void awaitKept(Sandbox sandbox, Process run) throws InterruptedException {
    while (sandbox.counters("pinterest").kept() < 3) {
      assertThat(run.waitFor(20, TimeUnit.MILLISECONDS)).as("still running").isFalse();
    }
  }

  private static JsonNode json(Path file) throws Exception {
    return new ObjectMapper().readTree(file.toFile());
  }
}
