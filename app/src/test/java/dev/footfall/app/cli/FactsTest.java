package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.footfall.sandbox.Sandbox;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destination that must ask the platform something before it maps. */
class FactsTest {
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
          settings: { ad_account_id: 1, base_url: "%s" }
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
      SELECT 'O1' AS order_id, 'jane@example.com' AS email, 5.00 AS price, 1 AS quantity,
        TIMESTAMP '2026-11-20 10:00:00' AS timestamp, 'USD' AS currency, 'p' AS product_id
      """;

  @TempDir Path folder;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Deque<String> answers = new ArrayDeque<>();
  private HttpServer directory;
  private Sandbox sandbox;
  private Typed typed;

  @BeforeEach
  void project() throws Exception {
    sandbox = Typed.sandbox();
    directory = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    directory.createContext(
        "/",
        exchange -> {
          asked.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          byte[] answer = answers.pop().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    directory.start();
    typed =
        Typed.in(folder)
            .having(new Directory("http://127.0.0.1:" + directory.getAddress().getPort() + "/"))
            .with(Map.of("PIN_TOKEN", "sandbox-pinterest-token"))
            .write("data/none.csv", "a\n1\n")
            .write("queries/orders.sql", SQL)
            .write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("pinterest")));
  }

  @AfterEach
  void end() {
    directory.stop(0);
    sandbox.close();
  }

  private Typed.Answer run(String... more) {
    return typed.run("daily", more);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private void assertThatNothingRan() throws Exception {
    assertThat(json(typed.type("runs", "--json").out())).isEmpty();
    assertThat(sandbox.counters("pinterest").kept()).isZero();
  }

  @Test
  void what_the_platform_told_decides_where_events_go() throws Exception {
    answers.add("again");
    answers.add("549755885175");

    Typed.Answer answer = run();

    assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
    assertThat(answer.out()).contains("pinterest 549755885175 (api)");
    assertThat(sandbox.counters("pinterest").kept()).isEqualTo(1);
    assertThat(asked).containsExactly("sandbox-pinterest-token", "sandbox-pinterest-token");
  }

  @Test
  void a_platform_that_knows_nothing_of_it_ends_with_four_before_a_run_is_recorded()
      throws Exception {
    answers.add("nobody");

    Typed.Answer answer = run();

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err())
        .isEqualTo("error: stores: DATASET_NOT_FOUND: no ad account of that name\n");
    assertThatNothingRan();
  }

  @Test
  void a_platform_out_of_reach_ends_with_four() throws Exception {
    directory.stop(0);

    Typed.Answer answer = run();

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err()).contains("stores: PLATFORM_UNAVAILABLE: ");
    assertThatNothingRan();
  }

  @Test
  void an_exchange_without_end_is_given_up() throws Exception {
    answers.addAll(Collections.nCopies(20, "again"));

    Typed.Answer answer = run();

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err()).contains("PLATFORM_UNAVAILABLE: the exchange does not end");
    assertThat(asked).hasSize(10);
    assertThatNothingRan();
  }

  @Test
  void a_dry_run_and_a_preview_ask_nothing() {
    typed.write(
        "rows.ndjson",
        "{\"email\":\"jane@example.com\",\"timestamp\":\"2026-11-20T10:00:00Z\",\"value\":5,\"currency\":\"USD\"}\n");
    String[] preview = {
      "preview",
      "pinterest",
      "--rows",
      "rows.ndjson",
      "--set",
      "columns=canonical",
      "--set",
      "ad_account_id=1"
    };

    assertThat(run("--dry-run").code()).isEqualTo(3);
    assertThat(typed.type(preview).code()).isZero();
    assertThat(asked).isEmpty();
  }
}
