package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Klaviyo from a query to the sandbox's double: people, lists, orders, tokens. */
class KlaviyoRunTest {
  private static final String PEOPLE =
      """
      email,first_name,timestamp,favourite_store
      Kim.Lee@Example.org,Kim,2026-11-20 10:00:00,Boston
      kim.lee@example.org,Kim,2026-11-19 10:00:00,Quincy
      sam@example.org,Sam,2026-11-20 11:00:00,
      nobody,No,2026-11-20 12:00:00,Salem
      """;

  private static final String ORDERS =
      """
      order_id,email,timestamp,product_id,price,quantity,currency
      S-1,kim.lee@example.org,2026-11-20 10:00:00,p1,42.50,2,USD
      S-1,kim.lee@example.org,2026-11-20 10:00:00,p2,9.99,1,USD
      S-2,sam@example.org,2026-11-10 10:00:00,p2,9.99,1,USD
      """;

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        key: { api_key: "${env:KEY}" }
        app: { client_id: sandbox-klaviyo-client, client_secret: "${env:SECRET}", refresh_token: "${env:REFRESH}" }
      destinations:
        people: { type: klaviyo, credential: key, settings: { base_url: "%1$s" } }
        listed: { type: klaviyo, credential: key, settings: { base_url: "%1$s", list_name: Store buyers } }
        singly: { type: klaviyo, credential: key, settings: { base_url: "%1$s", list_name: Store buyers, delivery: single } }
        orders: { type: klaviyo, credential: key, settings: { mode: events, base_url: "%1$s" } }
        bulk: { type: klaviyo, credential: app, settings: { mode: events, delivery: bulk, base_url: "%1$s" } }
        alone: { type: klaviyo, credential: app, settings: { mode: events, delivery: single, base_url: "%1$s" } }
      orchestrations:
        alone: { source: drops, query: queries/orders.sql, destination: alone, dialect: native }
        people: { source: drops, query: queries/people.sql, destination: people, dialect: native }
        listed: { source: drops, query: queries/people.sql, destination: listed, dialect: native }
        singly: { source: drops, query: queries/people.sql, destination: singly, dialect: native }
        orders: { source: drops, query: queries/orders.sql, destination: orders, dialect: native }
        bulk: { source: drops, query: queries/orders.sql, destination: bulk, dialect: native }
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private Typed typed;

  @BeforeEach
  void project() throws Exception {
    typed =
        Typed.in(folder)
            .shipped()
            .write("data/people.csv", PEOPLE)
            .write("data/orders.csv", ORDERS)
            .write("queries/people.sql", "SELECT * FROM people")
            .write("queries/orders.sql", "SELECT * FROM orders")
            .write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("klaviyo")));
    refresh("sandbox-klaviyo-refresh-token");
  }

  private void refresh(String token) {
    typed.with(
        Map.of(
            "KEY", "pk_sandbox-klaviyo-key",
            "SECRET", "sandbox-klaviyo-client-secret",
            "REFRESH", token));
  }

  private Typed.Answer typed(String orchestration) {
    return typed.run(orchestration, "--json");
  }

  private JsonNode run(String orchestration) throws Exception {
    return typed(orchestration).json();
  }

  private JsonNode view(String what) throws Exception {
    String root = sandbox.baseUrl("klaviyo").replaceFirst("/klaviyo$", "");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + "/_control/klaviyo/" + what)).build();
    return new ObjectMapper()
        .readTree(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Test
  void a_person_is_one_profile_and_is_sent_again_only_when_it_changed() throws Exception {
    JsonNode first = run("people");
    assertThat(first.at("/rows/accepted").intValue()).as(first.toString()).isEqualTo(2);
    assertThat(first.at("/rows/duplicate").intValue()).as(first.toString()).isEqualTo(1);
    assertThat(first.at("/rows/rejected/BAD_EMAIL").intValue()).isEqualTo(1);
    assertThat(view("profiles?key=kim.lee@example.org").toString())
        .contains("\"favourite_store\":\"Boston\"")
        .doesNotContain("Quincy");

    assertThat(run("people").at("/requests/sent").intValue()).isZero();
    typed.write("data/people.csv", PEOPLE.replace("Sam", "Samantha"));
    assertThat(run("people").at("/rows/accepted").intValue()).isEqualTo(1);
  }

  @Test
  void a_list_is_made_and_filled_by_a_job_that_is_watched_to_its_end() throws Exception {
    sandbox.inject("klaviyo", Injection.next("job").with("failed", List.of("sam@example.org")));

    JsonNode report = run("listed");

    assertThat(report.at("/rows/accepted").intValue()).as(report.toString()).isEqualTo(1);
    assertThat(report.at("/rows/refused").toString()).as(report.toString()).contains(":1");
    assertThat(view("lists").toString()).contains("Store buyers");
  }

  @Test
  void people_who_are_posted_singly_join_the_list_in_one_call() throws Exception {
    JsonNode report = run("singly");

    assertThat(report.at("/rows/accepted").intValue()).as(report.toString()).isEqualTo(2);
    assertThat(report.at("/requests/sent").intValue()).isEqualTo(3);
    assertThat(
            sandbox.requests("klaviyo", 50).stream()
                .filter(request -> request.target().contains("relationships/profiles")))
        .hasSize(1);
    assertThat(view("lists").toString()).contains("Store buyers").contains("2");
  }

  @Test
  void one_who_is_refused_is_left_out_of_the_list() throws Exception {
    sandbox.inject("klaviyo", Injection.next("poison").with("event_id", "kim.lee@example.org"));
    JsonNode report = run("singly");
    assertThat(report.at("/rows/accepted").intValue()).as(report.toString()).isEqualTo(1);
    assertThat(report.at("/rows/refused").toString()).as(report.toString()).contains(":1");
  }

  @Test
  void a_preview_shows_every_post() {
    typed.write("rows.csv", PEOPLE);
    Typed.Answer answer =
        typed.type(
            "preview",
            "klaviyo",
            "--rows",
            "rows.csv",
            "--set",
            "delivery=single",
            "--set",
            "list_name=Store buyers");

    assertThat(answer.out().lines().filter(line -> line.contains("/api/profile-import")))
        .as(answer.err())
        .hasSize(2);
  }

  @Test
  void orders_become_events_once() throws Exception {
    JsonNode first = run("orders");
    assertThat(first.at("/rows/accepted").intValue()).as(first.toString()).isEqualTo(3);
    assertThat(sandbox.events("klaviyo", 10)).hasSize(2);
    assertThat(sandbox.events("klaviyo", 10).toString()).contains("S-1").contains("94.99");

    assertThat(run("orders").at("/rows/already_delivered").intValue()).isEqualTo(3);
  }

  @Test
  void a_token_that_ended_is_renewed_once_and_the_rotated_one_is_kept() throws Exception {
    sandbox.inject("klaviyo", Injection.next("expire_tokens"));
    assertThat(run("bulk").at("/rows/accepted").intValue()).isEqualTo(3);

    typed.write("data/orders.csv", ORDERS.replace("S-2", "S-3"));
    sandbox.inject("klaviyo", Injection.next("expire_tokens"));
    JsonNode again = run("bulk");
    assertThat(again.at("/rows/accepted").intValue()).as(again.toString()).isEqualTo(1);
  }

  @Test
  void a_refresh_token_that_is_dead_stops_the_run_and_names_the_way_out() throws Exception {
    refresh("sandbox-klaviyo-refresh-token-dead");
    Typed.Answer answer = typed("bulk");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out() + answer.err())
        .contains("CREDENTIALS_REJECTED", "invalid_grant")
        .doesNotContain("-dead");
    assertThat(answer.json().at("/rows/not_sent").intValue()).isEqualTo(3);
  }

  @Test
  void a_token_that_ends_in_mid_run_and_cannot_be_renewed_stops_it_and_loses_nothing()
      throws Exception {
    sandbox.inject("klaviyo", Injection.next("expire_tokens").afterLetting(1));
    sandbox.inject(
        "klaviyo",
        Injection.next("status")
            .with("status", 400)
            .with("body", "{\"error\":\"invalid_grant\"}")
            .striking("oauth")
            .afterLetting(1));
    Typed.Answer answer = typed("alone");

    assertThat(answer.code()).as(answer.out() + answer.err()).isEqualTo(4);
    assertThat(answer.out()).contains("CREDENTIALS_REJECTED");
    int sent = answer.json().at("/rows/accepted").intValue();
    assertThat(sent).as(answer.out()).isPositive().isLessThan(3);
    assertThat(answer.json().at("/rows/not_sent").intValue()).isEqualTo(3 - sent);

    JsonNode next = run("alone");
    assertThat(next.at("/rows/accepted").intValue()).as(next.toString()).isEqualTo(3 - sent);
    assertThat(sandbox.events("klaviyo", 10)).hasSize(2);
  }

  @Test
  void one_bad_event_does_not_sink_the_job() throws Exception {
    sandbox.inject("klaviyo", Injection.next("poison").with("event_id", "S-1"));

    JsonNode report = run("bulk");
    assertThat(report.at("/rows/accepted").intValue()).as(report.toString()).isEqualTo(1);
    assertThat(report.at("/rows/refused").toString()).as(report.toString()).contains(":2");
  }

  @Test
  void the_connection_is_asked_with_key_and_with_token() throws Exception {
    Typed.Answer answer = typed.type("validate", "--connect");
    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    assertThat(answer.out())
        .contains("people (people): ok: ", "listed (listed): ok: ", "bulk (bulk): ok: ");
  }
}
