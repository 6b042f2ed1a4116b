package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose platform is the sandbox's double of Meta: run, runs, report, trace. */
class RunTest {
  private static final String ORDERS =
      """
      order_id,email,timestamp,price,quantity,currency,product_id
      O1,jane@example.com,2026-11-20 10:00:00,10.00,2,USD,p1
      O2,joe@example.com,2026-11-20 11:00:00,5.00,1,USD,p2
      O2,joe@example.com,2026-11-20 11:00:00,7.50,1,USD,p3
      O3,,2026-11-20 12:00:00,7.50,1,USD,p3
      """;

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        meta: { access_token: "${env:META_TOKEN}" }
      destinations:
        stores:
          type: meta
          credential: meta
          settings: { dataset_id: 1234567890, base_url: "%s", initial_load: off }
      orchestrations:
        daily:
          source: drops
          query: queries/orders.sql
          destination: stores
          dialect: native
          max_rejected: %s
        other:
          source: drops
          query: queries/orders.sql
          destination: stores
          dialect: native
          settings: { dataset_id: 999999 }
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private Typed typed;

  @BeforeEach
  void project() throws Exception {
    typed =
        Typed.in(folder)
            .shipped()
            .with(Map.of("META_TOKEN", "sandbox-meta-token"))
            .write("data/orders.csv", ORDERS)
            .write("queries/orders.sql", "SELECT * FROM orders")
            .write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("meta"), "50%"));
  }

  private Typed.Answer run(String... more) {
    return typed.run("daily", more);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void a_run_delivers_and_its_books_balance() throws Exception {
    Typed.Answer answer = run("--report", "report.json", "--rejects", "rejects.ndjson");
    assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
    assertThat(answer.out())
        .contains("daily → meta 1234567890 (api)", "succeeded", "rows read", "MISSING_IDENTITY");
    JsonNode books = json(Files.readString(folder.resolve("report.json")));
    assertThat(books.at("/rows/read").intValue()).isEqualTo(4);
    assertThat(books.at("/rows/accepted").intValue()).isEqualTo(3);
    assertThat(books.at("/rows/rejected/MISSING_IDENTITY").intValue()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("rejects.ndjson"))).contains("\"O3\"");
    assertThat(sandbox.counters("meta").toString()).contains("2");
  }

  @Test
  void the_same_run_again_sends_nothing() throws Exception {
    run();
    Typed.Answer again = run("--json");
    assertThat(again.code()).isZero();
    JsonNode books = again.json();
    assertThat(books.at("/rows/already_delivered").intValue()).isEqualTo(3);
    assertThat(books.at("/requests/sent").intValue()).isZero();
  }

  @Test
  void a_column_that_comes_hashed_in_some_rows_only_draws_a_warning_with_both_counts()
      throws Exception {
    String hash = "86e0b9e56c17cc4d12387e1949b85053fbe73bc3ce5a1188713a9d300cc6133d";
    typed.write("data/orders.csv", ORDERS.replaceFirst("jane@example.com", hash));
    Typed.Answer answer = run("--report", "report.json");
    assertThat(answer.out())
        .contains("HASHED_MIXED: in column 'email' values came both hashed (1) and plain (1)");
    JsonNode books = json(Files.readString(folder.resolve("report.json")));
    assertThat(books.at("/warnings/HASHED_MIXED").intValue()).isEqualTo(1);
    assertThat(books.at("/messages/0").textValue()).contains("HASHED_MIXED", "plain (1)");
  }

  @Test
  void more_rejected_rows_than_tolerated_end_with_three() {
    typed.write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("meta"), "10%"));
    Typed.Answer answer = run();
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out()).contains("incomplete");
  }

  @Test
  void a_run_in_which_every_row_was_rejected_says_so_loudly_and_ends_with_zero() throws Exception {
    typed.write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("meta"), "100%"));
    typed.write("data/orders.csv", ORDERS.replaceAll("[a-z]+@example.com", ""));
    Typed.Answer answer = run("--report", "report.json");
    String words =
        "REJECTION_THRESHOLD: all 4 rows were rejected; most frequent: MISSING_IDENTITY (4)";
    assertThat(answer.code()).isZero();
    assertThat(answer.err()).contains("warning: " + words);
    JsonNode books = json(Files.readString(folder.resolve("report.json")));
    assertThat(books.at("/messages/0").textValue()).isEqualTo(words);
  }

  @Test
  void rejects_are_streamed_without_a_bound_and_what_the_history_leaves_out_is_told()
      throws Exception {
    int rows = StoreSettings.OUTCOMES_PER_RUN + 10;
    typed.write(
        "queries/orders.sql",
        "SELECT 'O' || i AS order_id, TIMESTAMP '2026-11-20 10:00:00' AS timestamp, 1 AS value,"
            + " 'USD' AS currency, '' AS email FROM range(%d) AS t(i)".formatted(rows));
    Typed.Answer answer = run("--rejects", "rejects.ndjson");
    assertThat(answer.err())
        .contains("OUTCOMES_LEFT_OUT: the history keeps the first 100000 of this run's 100010");
    assertThat(Files.readAllLines(folder.resolve("rejects.ndjson"))).hasSize(rows);
    assertThat(folder.resolve("rejects.ndjson.part")).doesNotExist();
  }

  @Test
  void rejects_that_cannot_be_written_are_wrong_input_before_anything_is_sent() throws Exception {
    Typed.Answer answer = run("--rejects", "nowhere/rejects.ndjson");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("cannot write nowhere/rejects.ndjson");
    assertThat(sandbox.counters("meta").requests()).isZero();
  }

  @Test
  void strict_sql_refuses_what_presto_refuses() {
    String sql = "SELECT ,order_id, email, timestamp, price, quantity, currency FROM orders";
    typed.write("queries/orders.sql", sql);
    String tolerant =
        PROJECT.formatted(sandbox.baseUrl("meta"), "50%").replace("dialect: native", "");
    typed.write("footfall.yaml", tolerant);
    Typed.Answer slip = run();
    assertThat(slip.out()).as(slip.err()).contains("EXTRA_COMMA");
    assertThat(typed.type("validate").err()).contains("warning: ").contains("EXTRA_COMMA");
    typed.write(
        "footfall.yaml", tolerant.replace("max_rejected", "strict_sql: true\n    max_rejected"));
    Typed.Answer strict = run();
    assertThat(strict.code()).isEqualTo(1);
    assertThat(strict.err()).contains("SYNTAX_ERROR: line 1:8");
    assertThat(typed.type("validate").code()).isEqualTo(1);
    assertThat(typed.type("query", "orders").err()).contains("SYNTAX_ERROR");
  }

  @Test
  void a_source_says_what_the_engine_may_use() {
    String limits = "data, memory_limit: 200MB, threads: 1, timeout: 90s, temp_folder: spill }";
    typed.write(
        "footfall.yaml",
        PROJECT.formatted(sandbox.baseUrl("meta"), "50%").replace("data }", limits));
    Typed.Answer answer =
        typed
            .write(
                "queries/limits.sql",
                "SELECT current_setting('memory_limit') AS memory, current_setting('threads') AS"
                    + " threads")
            .type("query", "limits", "--dialect", "native", "--json");
    assertThat(answer.out()).as(answer.err()).contains("190.7 MiB", "\"threads\":1");
    assertThat(folder.resolve("spill")).exists();
    assertThat(run().code()).isZero();
  }

  @Test
  void a_dry_run_sends_and_remembers_nothing() throws Exception {
    assertThat(run("--dry-run").err()).contains("nothing was sent");
    assertThat(json(run("--json").out()).at("/rows/accepted").intValue()).isEqualTo(3);
  }

  @Test
  void a_refused_token_stops_the_run_with_four() {
    Typed.Answer answer =
        typed
            .with(Map.of("META_TOKEN", "wrong"))
            .type("run", "daily", "--now", Typed.NOW.toString());
    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).contains("stopped: CREDENTIALS_REJECTED").doesNotContain("wrong");
  }

  @Test
  void an_unset_variable_is_wrong_input_with_its_place() {
    Typed.Answer answer = typed.with(Map.of()).type("run", "daily");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("footfall.yaml:4:25: environment variable META_TOKEN is not set");
    JsonNode kept = typed.type("report", "--json").json();
    assertThat(kept.at("/outcome").textValue()).isEqualTo("stopped");
    assertThat(kept.at("/stopped/code").textValue()).isEqualTo("UNRESOLVED_REFERENCE");
    assertThat(kept.at("/stopped/words").textValue()).startsWith("footfall.yaml:4:25: environment");
  }

  @Test
  void a_query_at_fault_is_named_by_its_orchestration() {
    typed.write("queries/orders.sql", "SELECT * FROM orders WHERE");
    Typed.Answer answer = typed.type("run", "daily", "other", "--now", Typed.NOW.toString());
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("error: daily: The query is no SQL", "error: other: The query is no SQL");
  }

  @Test
  void a_query_that_returns_no_row_succeeds_and_says_that_there_is_nothing_to_send() {
    typed.write("queries/orders.sql", "SELECT * FROM orders WHERE false");
    Typed.Answer answer = run();
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("succeeded", "NOTHING_TO_SEND: the query returned no row");
  }

  @Test
  void an_unknown_orchestration_is_wrong_input_and_does_not_keep_the_next_from_running() {
    Typed.Answer answer = typed.type("run", "dayly", "daily", "--now", Typed.NOW.toString());
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("no orchestration 'dayly'");
    assertThat(answer.out()).contains("daily → meta", "succeeded");
  }

  @Test
  void history_lists_runs_and_keeps_their_books() throws Exception {
    assertThat(typed.type("runs").err()).contains("Nothing ran yet");
    assertThat(typed.type("report").code()).isEqualTo(1);
    run();
    assertThat(typed.type("runs").out()).contains("daily", "succeeded");
    JsonNode list = json(typed.type("runs", "--json").out());
    assertThat(list).hasSize(1);
    String id = list.get(0).get("run").textValue();
    assertThat(typed.type("report", id).out()).contains(id, "MISSING_IDENTITY");
    assertThat(json(typed.type("report", "--json").out()).at("/rows/read").intValue()).isEqualTo(4);
    Typed.Answer unknown = typed.type("report", "1999");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no run begins with '1999'");
  }

  @Test
  void trace_follows_an_order_from_its_rows_to_the_platforms_answer() throws Exception {
    String now = Typed.NOW.toString();
    assertThat(typed.type("trace", "O2", "--orchestration", "daily", "--now", now).out())
        .contains("2 rows", "never sent");
    assertThat(typed.type("trace", "O3", "--orchestration", "daily", "--now", now).out())
        .contains("'footfall run daily'");
    run();
    assertThat(typed.type("trace", "O2", "--orchestration", "daily", "--now", now).out())
        .contains("2 rows", "delivered");
    assertThat(typed.type("trace", "O3", "--orchestration", "daily", "--now", now).out())
        .contains("1 row", "MISSING_IDENTITY", "'footfall replay daily'");
    assertThat(typed.type("trace", "O9", "--orchestration", "daily", "--now", now).out())
        .contains("0 rows");
    assertThat(json(typed.type("trace", "O2", "--now", now, "--json").out())).hasSize(2);
  }

  @Test
  void nothing_printed_holds_personal_data() {
    Typed.Answer answer = run("-v");
    Typed.Answer report = typed.type("report");
    assertThat(answer.out() + answer.err() + report.out() + report.err())
        .doesNotContain("@example.com", "jane", "sandbox-meta-token");
  }
}
