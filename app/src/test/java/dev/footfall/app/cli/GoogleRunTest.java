package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose platform is the sandbox's double of Google: three ways to send, look-ups. */
class GoogleRunTest {
  private static final String ORDERS =
      """
      order_id,email,gclid,timestamp,unit_price,quantity,currency,product_id
      O1,jane@example.com,,2026-11-20 10:00:00,10.00,2,USD,p1
      O2,,Cj0KCQiA-Example_gclid,2026-11-20 11:00:00,5.00,1,USD,p2
      O2,,Cj0KCQiA-Example_gclid,2026-11-20 11:00:00,7.50,1,USD,p3
      O3,,,2026-11-20 12:00:00,7.50,1,USD,p3
      """;

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        google:
          client_id: sandbox-google-client-id
          client_secret: "${env:SECRET}"
          refresh_token: "${env:REFRESH}"
      destinations:
        stores:
          type: google-enhanced-conversions
          credential: google
          settings:
            customer_id: "%s"
            base_url_ads: "%s"
            base_url_dm: "%s"
            base_url_oauth: "%s"
            %s
        files:
          type: google
          settings:
            mode: store_sales_csv
            conversion_action_name: Store purchases
            loyalty_rate: 0.6
            transaction_upload_rate: 1
      orchestrations:
        daily:
          source: drops
          query: queries/orders.sql
          destination: stores
          dialect: native
          max_rejected: 50%%
        drop:
          source: drops
          query: queries/orders.sql
          destination: files
          dialect: native
          max_rejected: 80%%
      """;

  @TempDir Path folder;
  @AutoClose private Sandbox sandbox;
  private Typed typed;

  @BeforeEach
  void start() throws Exception {
    sandbox = Typed.sandbox();
    typed =
        Typed.in(folder)
            .shipped()
            .write("data/orders.csv", ORDERS)
            .write("queries/orders.sql", "SELECT * FROM orders");
    tokens("sandbox-google-refresh-token");
  }

  private void tokens(String refresh) {
    typed.with(Map.of("SECRET", "sandbox-google-client-secret", "REFRESH", refresh));
  }

  private void project(String settings) {
    project("123-456-7890", settings);
  }

  private void project(String customer, String settings) {
    String url = sandbox.baseUrl("google");
    typed.write(
        "footfall.yaml",
        PROJECT.formatted(customer, url, url, url, settings.replace(", ", "\n      ")));
  }

  private Typed.Answer run(String... more) {
    return typed.run("daily", more);
  }

  private void assertDelivered(JsonNode books) {
    assertThat(books.at("/rows/read").intValue()).isEqualTo(4);
    assertThat(books.at("/rows/accepted").intValue()).as(books.toString()).isEqualTo(3);
    assertThat(books.at("/rows/rejected/MISSING_IDENTITY").intValue()).isEqualTo(1);
    assertThat(sandbox.counters("google").kept()).isEqualTo(2);
  }

  @Test
  void the_data_manager_takes_orders_and_a_second_run_sends_none() throws Exception {
    project("conversion_action_id: 987654321");

    JsonNode books = run("--json").json();
    assertDelivered(books);
    assertThat(books.at("/warnings/DELIVERED_UNVERIFIED").intValue()).isEqualTo(2);

    JsonNode again = run("--json").json();
    assertThat(again.at("/rows/already_delivered").intValue()).isEqualTo(3);
    assertThat(again.at("/requests/sent").intValue()).isZero();
  }

  @Test
  void the_ads_api_takes_orders_row_by_row() throws Exception {
    project("mode: google_ads, conversion_action_name: Store purchases");

    assertDelivered(run("--json").json());
  }

  @Test
  void what_another_way_delivered_is_known_to_google() throws Exception {
    project("mode: data_manager, conversion_action_id: 987654321");
    run();
    project("mode: google_ads, conversion_action_id: 987654321");

    JsonNode books = run("--json").json();
    assertThat(books.at("/rows/already_delivered").intValue()).as(books.toString()).isEqualTo(3);
    assertThat(sandbox.counters("google").kept()).isEqualTo(2);
  }

  @Test
  void an_action_is_found_by_name_in_the_account_that_converts() throws Exception {
    project(
        "222-333-4444", "login_customer_id: 111-222-3333, conversion_action_name: Store purchases");

    assertDelivered(run("--json").json());
  }

  @Test
  void a_missing_action_is_made_and_the_run_ends_before_it_sends() {
    project("mode: google_ads, conversion_action_name: Brand new");

    Typed.Answer first = run();
    assertThat(first.code()).as(first.out() + first.err()).isEqualTo(4);
    assertThat(first.err()).contains("RETRY_LATER", "6 hours");
    assertThat(sandbox.counters("google").kept()).isZero();

    assertThat(run("--json").out()).contains("\"not_sent\":3");
  }

  @Test
  void store_sales_become_a_file() throws Exception {
    project("conversion_action_id: 987654321");
    Typed.Answer answer = typed.run("drop");

    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
      Path file = files.findFirst().orElseThrow();
      assertThat(file.getFileName().toString()).matches("google_store_sales_.*_01\\.csv");
      assertThat(Files.readAllLines(file)).hasSize(3);
    }
  }

  @Test
  void a_refresh_token_that_was_revoked_stops_the_run() {
    project("conversion_action_id: 987654321");
    tokens("sandbox-google-refresh-token-gone");

    Typed.Answer answer = run();
    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out() + answer.err())
        .contains("CREDENTIALS_REJECTED")
        .doesNotContain("-gone");
  }

  @Test
  void a_client_that_google_does_not_know_has_a_code_of_its_own() {
    project("conversion_action_id: 987654321");
    typed.with(Map.of("SECRET", "another-secret", "REFRESH", "sandbox-google-refresh-token"));

    Typed.Answer answer = run();
    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out() + answer.err()).contains("BAD_CLIENT").doesNotContain("another-secret");
    assertThat(typed.type("validate", "--connect").out()).contains("stores (daily): BAD_CLIENT: ");
  }

  @Test
  void a_connection_test_asks_for_every_event_source() throws Exception {
    sandbox.close();
    sandbox = Sandbox.start(SandboxOptions.defaults());
    project("conversion_action_id: 987654321");
    Typed.Answer answer = typed.type("validate", "--connect");

    assertThat(answer.out()).contains(": ok: Google takes events for the conversion action");
    assertThat(sandbox.counters("google").kept()).isZero();

    project("conversion_action_name: Store purchases");
    assertThat(typed.type("validate", "--connect").out()).contains(": ok: ", "987654321");
  }
}
