package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Trade Desk from a query, by way of the operator's double, to its own. */
class TradeDeskRunTest {
  private static final String ORDERS =
      """
      order_id,email,phone,timestamp,item_code,price,qty,valuecurrency
      O1,jane@example.com,(206) 555-0142,2026-11-20 10:00:00,p1,10.00,2,USD
      O2,joe@example.com,,2026-11-20 11:00:00,p2,5.00,1,USD
      O2,joe@example.com,,2026-11-20 11:00:00,p3,$7.50,1,USD
      O3,optout@example.com,,2026-11-20 12:00:00,p3,7.50,1,USD
      O4,,,2026-11-20 12:00:00,p3,7.50,1,USD
      """;
  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        token: { api_token: "${env:TOKEN}", uid2_api_key: "${env:UID2}", uid2_client_secret: "${env:KEY}" }
        secret: { advertiser_secret: "${env:SECRET}", data_provider_secret: "${env:PROVIDER}", uid2_api_key: "${env:UID2}", uid2_client_secret: "${env:KEY}" }
      destinations:
        stores:
          type: the-trade-desk
          credential: token
          settings: &settings
            advertiser_id: acmeadvertiser
            offline_data_provider_id: acmeoffline
            tracking_tag_id: tag0001
            base_url: "%1$s"
            uid2_base_url: "%2$s"
        signed:
          type: the-trade-desk
          credential: secret
          settings:
            advertiser_id: acmeadvertiser
            offline_data_provider_id: acmeoffline
            tracking_tag_id: tag0001
            auth_mode: signature
            identity_output: user_id_array
            base_url: "%1$s"
            uid2_base_url: "%2$s"
      orchestrations:
        stores: { source: drops, query: queries/orders.sql, destination: stores, dialect: native }
        signed: { source: drops, query: queries/orders.sql, destination: signed, dialect: native }
      """
          .replace("settings: &settings", "settings:");

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
                    "TOKEN", "sandbox-tradedesk-token",
                    "SECRET", "sandbox-tradedesk-advertiser-secret",
                    "PROVIDER", "sandbox-tradedesk-provider-secret",
                    "UID2", "sandbox-uid2-key-any-time",
                    "KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
            .write("data/orders.csv", ORDERS)
            .write("queries/orders.sql", "SELECT * FROM orders")
            .write("footfall.yaml", yaml(sandbox));
  }

  private static String yaml(Sandbox where) {
    return PROJECT.formatted(where.baseUrl("tradedesk"), where.baseUrl("uid2"));
  }

  private JsonNode run(String orchestration) throws Exception {
    return typed.run(orchestration, "--json").json();
  }

  private int rows(JsonNode report, String fate) {
    return report.at("/rows/" + fate).intValue();
  }

  @Test
  void orders_are_looked_up_and_reach_the_platform_once() throws Exception {
    JsonNode first = run("stores");

    assertThat(rows(first, "accepted"))
        .as(first + " " + sandbox.refusals("tradedesk", 5) + sandbox.refusals("uid2", 5))
        .isEqualTo(3);
    assertThat(rows(first, "rejected/UID2_OPTED_OUT")).isEqualTo(1);
    assertThat(rows(first, "rejected/MISSING_IDENTITY")).isEqualTo(1);
    assertThat(sandbox.events("tradedesk", 10)).hasSize(3);
    assertThat(sandbox.counters("uid2").kept()).isEqualTo(4);
    assertThat(sandbox.counters("uid2").personalData()).isZero();
    assertThat(rows(run("stores"), "already_delivered")).isEqualTo(3);
    assertThat(sandbox.events("tradedesk", 10)).hasSize(3);
  }

  @Test
  void signed_requests_with_arrays_of_ids_are_taken() throws Exception {
    JsonNode report = run("signed");

    assertThat(rows(report, "accepted"))
        .as(report + " " + sandbox.refusals("tradedesk", 5))
        .isEqualTo(3);
    assertThat(sandbox.events("tradedesk", 10)).hasSize(2);
  }

  @Test
  void one_refused_item_costs_only_itself() throws Exception {
    sandbox.inject(
        "tradedesk",
        Injection.next("partial")
            .with("indexes", List.of(2))
            .with("code", "InvalidTimestamp")
            .with("status", 400));

    JsonNode report = run("stores");

    assertThat(rows(report, "accepted")).as(report.toString()).isEqualTo(1);
    assertThat(rows(report, "refused/InvalidTimestamp")).isEqualTo(2);
  }

  @Test
  void an_answer_of_the_operator_that_cannot_be_trusted_stops_the_run_before_anything_is_sent()
      throws Exception {
    sandbox.inject("uid2", Injection.next("wrong_nonce"));

    JsonNode report = run("stores");

    assertThat(report.at("/outcome").textValue()).as(report.toString()).isNotEqualTo("succeeded");
    assertThat(rows(report, "not_sent")).isEqualTo(4);
    assertThat(sandbox.events("tradedesk", 10)).isEmpty();
    assertThat(rows(run("stores"), "accepted")).isEqualTo(3);
  }

  @Test
  void a_busy_operator_is_asked_again() throws Exception {
    sandbox.inject("uid2", Injection.next("stale"));

    assertThat(rows(run("stores"), "accepted")).isEqualTo(3);
  }

  @Test
  void the_connection_is_checked_at_both_services() throws Exception {
    try (Sandbox today = Sandbox.start(SandboxOptions.defaults())) {
      typed.write("footfall.yaml", yaml(today));
      Typed.Answer answer = typed.type("validate", "--connect");
      assertThat(answer.out())
          .as(answer.err() + today.refusals("tradedesk", 5) + today.refusals("uid2", 5))
          .contains("stores (stores): ok: The Trade Desk takes conversions for the data provider")
          .contains("signed (signed): ok: The Trade Desk takes conversions for the data provider");
      assertThat(today.counters("tradedesk").kept()).isZero();
    }
  }

  @Test
  void a_preview_shows_the_look_up_first_and_stand_ins_for_its_answers() throws Exception {
    Typed.Answer answer =
        typed.type(
            "preview",
            "the-trade-desk",
            "--rows",
            "data/orders.csv",
            "--now",
            Typed.NOW.toString(),
            "--set",
            "advertiser_id=acmeadvertiser",
            "--set",
            "offline_data_provider_id=acmeoffline",
            "--set",
            "tracking_tag_id=tag0001");
    List<String> lines = answer.out().lines().toList();

    assertThat(lines).as(answer.err()).hasSize(2);
    JsonNode lookup = new ObjectMapper().readTree(lines.get(0));
    assertThat(lookup.get("kind").textValue()).isEqualTo("lookup");
    assertThat(lookup.get("names").intValue()).isEqualTo(4);
    assertThat(lookup.get("rows").intValue()).isEqualTo(4);
    assertThat(lookup.at("/headers/Authorization").textValue()).isEqualTo("***");
    assertThat(lookup.at("/body/phone_hash/0").textValue())
        .isEqualTo("4P+yoCYLtmqhIutEnPSmszf1q/QF70Y0HwLi50UsGeU=");
    JsonNode request = new ObjectMapper().readTree(lines.get(1));
    assertThat(request.at("/body/Items")).hasSize(4);
    assertThat(request.at("/body/Items/0/UID2").textValue()).isEqualTo("uid2:1");
    assertThat(request.at("/body/Items/2/UID2").textValue()).isEqualTo("uid2:2");
    assertThat(answer.out()).doesNotContain("jane@example.com");
  }

  private Typed.Answer validated(String what, String by) {
    assertThat(yaml(sandbox)).contains(what);
    return typed.write("footfall.yaml", yaml(sandbox).replace(what, by)).type("validate");
  }

  @Test
  void a_missing_token_is_named_before_anything_runs() {
    Typed.Answer answer = validated("api_token: \"${env:TOKEN}\", ", "");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("footfall.yaml:4:")
        .contains("credential 'token' lacks 'api_token', which The Trade Desk needs: Manage API");
  }

  @Test
  void a_missing_secret_of_signatures_is_named() {
    assertThat(validated("advertiser_secret: \"${env:SECRET}\", ", "").err())
        .contains("credential 'secret' lacks 'advertiser_secret', which The Trade Desk needs");
    assertThat(validated("auth_mode: signature", "auth_mode: token").err())
        .contains("credential 'secret' lacks 'api_token', which The Trade Desk needs");
  }

  @Test
  void a_destination_without_any_credential_is_told_what_to_define() {
    assertThat(validated("    credential: token\n", "").err())
        .contains("destination 'stores' lacks 'credential'; define one with 'api_token' under");
  }

  @Test
  void queries_with_emails_or_phones_ask_for_the_operators_key_and_secret() {
    Typed.Answer answer =
        validated(
            "uid2_api_key: \"${env:UID2}\", uid2_client_secret: \"${env:KEY}\" }\n  secret",
            "}\n  secret");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains(
            "footfall.yaml:4:",
            "credential 'token' lacks 'uid2_api_key', which 'email' and 'phone' of orchestration"
                + " 'stores' cannot do without: The UID2 or EUID portal",
            "credential 'token' lacks 'uid2_client_secret'")
        .doesNotContain("'signed'");
    typed.write("queries/orders.sql", "SELECT *, 'x' AS tdid FROM orders");
    assertThat(typed.type("validate").code()).isEqualTo(1);
    typed.write("queries/orders.sql", "SELECT * EXCLUDE (email, phone), 'x' AS tdid FROM orders");
    assertThat(typed.type("validate").err()).doesNotContain("uid2_api_key");
  }

  @Test
  void people_known_by_nothing_but_what_is_left_out_are_found_before_anything_runs() {
    Typed.Answer answer = validated("identity_output: user_id_array", "identity_scope: NONE");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("orchestration 'signed': MISSING_COLUMN: the query must return uid2 or euid or")
        .contains("because identity_scope NONE leaves e-mails and phones out");
    typed.write("queries/orders.sql", "SELECT *, 'x' AS tdid FROM orders");
    assertThat(typed.type("validate").err()).doesNotContain("MISSING_COLUMN");
  }
}
