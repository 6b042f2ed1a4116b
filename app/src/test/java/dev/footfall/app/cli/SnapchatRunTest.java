package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.snapchat.SnapchatCsvChecker;
import dev.footfall.sandbox.snapchat.SnapchatCsvOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapchat from a query to the sandbox's double, and into files. */
class SnapchatRunTest {
  private static final String ORDERS =
      """
      transaction_id,email,timestamp,price,number_items,currency,item_id
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
        lasting: { capi_token: "${env:TOKEN}" }
        app: { client_id: sandbox-snapchat-client, client_secret: "${env:SECRET}", refresh_token: "${env:REFRESH}" }
      destinations:
        pixel:
          type: snapchat
          credential: lasting
          settings: { mode: conversions_api, pixel_id: 8f1c0a52-0000-4000-8000-00000000beef, base_url: "%1$s" }
        oauth:
          type: snapchat
          credential: app
          settings:
            mode: conversions_api
            auth_mode: oauth
            pixel_id: 8f1c0a52-0000-4000-8000-00000000beef
            base_url: "%1$s"
            token_url: "%1$s/login/oauth2/access_token"
        files:
          type: snapchat
          settings: { delta_mode: new_rows_only, compression: gzip, success_file: true }
      orchestrations:
        pixel: { source: drops, query: queries/orders.sql, destination: pixel, dialect: native }
        oauth: { source: drops, query: queries/orders.sql, destination: oauth, dialect: native }
        files: { source: drops, query: queries/orders.sql, destination: files, dialect: native }
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private Typed typed;

  @BeforeEach
  void project() throws Exception {
    typed =
        Typed.in(folder)
            .shipped()
            .with(
                Map.of(
                    "TOKEN", "sandbox-snapchat-token",
                    "SECRET", "sandbox-snapchat-client-secret",
                    "REFRESH", "sandbox-snapchat-refresh-token"))
            .write("data/orders.csv", ORDERS)
            .write("queries/orders.sql", "SELECT * FROM orders")
            .write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("snapchat")));
  }

  private JsonNode run(String orchestration) throws Exception {
    return typed.run(orchestration, "--json").json();
  }

  private List<Path> outbox() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void orders_reach_the_pixel_once() throws Exception {
    JsonNode first = run("pixel");
    assertThat(first.at("/rows/accepted").intValue()).as(first.toString()).isEqualTo(3);
    assertThat(first.at("/rows/rejected/MISSING_IDENTITY").intValue()).isEqualTo(1);
    assertThat(sandbox.events("snapchat", 10)).hasSize(2);

    assertThat(run("pixel").at("/rows/already_delivered").intValue()).isEqualTo(3);
    assertThat(sandbox.events("snapchat", 10)).hasSize(2);
  }

  @Test
  void an_app_gets_its_access_token_before_the_first_request() throws Exception {
    assertThat(run("oauth").at("/rows/accepted").intValue()).isEqualTo(3);
  }

  @Test
  void tokens_out_of_reach_for_a_moment_hold_nobody_up() throws Exception {
    sandbox.inject("snapchat", Injection.next("status").striking("oauth").with("status", 503));

    assertThat(run("oauth").at("/rows/accepted").intValue()).isEqualTo(3);
  }

  @Test
  void tokens_out_of_reach_for_long_stop_the_run_and_the_next_one_sends_all() throws Exception {
    sandbox.inject(
        "snapchat",
        Injection.next("status").striking("oauth").with("status", 503).with("retry_after", 3600));

    JsonNode stopped = run("oauth");
    assertThat(stopped.at("/rows/not_sent").intValue()).as(stopped.toString()).isEqualTo(3);
    assertThat(run("oauth").at("/rows/accepted").intValue()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"0,400,all", "1,200,all", "0,400,bad", "1,400,none"})
  void one_bad_event_does_not_sink_the_others(int base, int status, String logs) throws Exception {
    sandbox.inject(
        "snapchat", Injection.next("poison").times(Injection.ALWAYS).with("event_id", "O2-web"));
    sandbox.inject(
        "snapchat",
        Injection.next("refusal_style")
            .times(Injection.ALWAYS)
            .with("base", base)
            .with("status", status)
            .with("logs", logs));
    typed.write(
        "queries/orders.sql",
        "SELECT *, CASE WHEN transaction_id = 'O2' THEN 'O2-web' END AS event_id FROM orders");

    JsonNode report = run("pixel");

    assertThat(report.at("/rows/accepted").intValue()).as(report.toString()).isEqualTo(1);
    assertThat(report.at("/rows/refused/599").intValue()).as(report.toString()).isEqualTo(2);
  }

  @Test
  void the_connection_is_checked_without_recording_anything() throws Exception {
    try (Sandbox today = Sandbox.start(SandboxOptions.defaults())) {
      typed.write("footfall.yaml", PROJECT.formatted(today.baseUrl("snapchat")));

      Typed.Answer answer = typed.type("validate", "--connect");

      assertThat(answer.out())
          .as(today.refusals("snapchat", 5).toString())
          .contains("pixel (pixel): ok: Snapchat takes events for the pixel")
          .contains("oauth (oauth): ok: Snapchat takes events for the pixel")
          .contains("files (files): ok: ");
      assertThat(today.counters("snapchat").kept()).isZero();
    }
  }

  @Test
  void a_file_is_packed_marked_and_right_and_holds_new_rows_only() throws Exception {
    assertThat(run("files").at("/rows/accepted").intValue()).isEqualTo(3);

    assertThat(outbox())
        .extracting(path -> path.getFileName().toString())
        .containsExactly(
            "snapchat_offline_events_20261121_120000.csv.gz",
            "snapchat_offline_events_20261121_120000.csv.gz.DONE");
    assertThat(SnapchatCsvChecker.check(outbox().get(0), SnapchatCsvOptions.at(Typed.NOW)))
        .isEmpty();
    assertThat(run("files").at("/rows/already_delivered").intValue()).isEqualTo(3);
  }

  @Test
  void many_lines_become_several_files_that_each_begin_with_the_header() throws Exception {
    typed
        .write("footfall.yaml", splitting())
        .write(
            "queries/orders.sql",
            "SELECT 'O' || i AS transaction_id, 'jane' || i || '@example.com' AS email, 5.00 AS"
                + " price, TIMESTAMP '2026-11-20 10:00:00' AS timestamp FROM range(20000) t(i)");

    assertThat(run("files").at("/rows/accepted").intValue()).isEqualTo(20_000);

    List<Path> files = outbox();
    assertThat(files)
        .extracting(path -> path.getFileName().toString())
        .containsExactly("part_0000001.csv", "part_0000002.csv");
    int lines = 0;
    for (Path file : files) {
      List<String> text = Files.readAllLines(file);
      assertThat(text.get(0)).isEqualTo("transaction_id,email,price,timestamp");
      assertThat(Files.size(file)).isLessThanOrEqualTo(1_000_000);
      lines += text.size() - 1;
    }
    assertThat(lines).isEqualTo(20_000);
  }

  @Test
  void a_run_without_a_line_writes_a_file_where_that_is_wanted() throws Exception {
    typed.write("queries/orders.sql", "SELECT * FROM orders WHERE transaction_id = 'another'");
    assertThat(run("files").at("/rows/read").intValue()).isZero();
    assertThat(folder.resolve("outbox")).doesNotExist();

    typed.write(
        "footfall.yaml", splitting().replace("split_megabytes: 1", "write_empty_file: true"));
    run("files");
    assertThat(outbox()).hasSize(1);
    assertThat(Files.readString(outbox().get(0)))
        .isEqualTo("transaction_id,email,timestamp,price,number_items,currency,item_id\n");
  }

  private String splitting() {
    return PROJECT
        .formatted(sandbox.baseUrl("snapchat"))
        .replace(
            "{ delta_mode: new_rows_only, compression: gzip, success_file: true }",
            "{ split: megabytes, split_megabytes: 1, filename_template:"
                + " 'part_{{file_number}}.csv' }");
  }
}
