package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code authorise}: a person consents on the platform's page, and runs have tokens. */
class AuthoriseTest {
  private static final String ORDERS =
      """
      order_id,email,timestamp,price,quantity,currency,product_id
      O1,jane@example.com,2026-11-20 10:00:00,10.00,2,USD,p1
      O2,joe@example.com,2026-11-20 11:00:00,5.00,1,USD,p2
      """;

  private static final Map<String, String> SECRETS =
      Map.of(
          "GOOGLE", "sandbox-google-client-secret",
          "KLAVIYO", "sandbox-klaviyo-client-secret",
          "SNAPCHAT", "sandbox-snapchat-client-secret",
          "TIKTOK", "sandbox-tiktok-app-secret",
          "META", "sandbox-meta-app-secret");

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        google: { client_id: sandbox-google-client-id, client_secret: "${env:GOOGLE}" }
        klaviyo: { client_id: sandbox-klaviyo-client, client_secret: "${env:KLAVIYO}" }
        snapchat: { client_id: sandbox-snapchat-client, client_secret: "${env:SNAPCHAT}" }
        tiktok: { app_id: 7100000000000000001, app_secret: "${env:TIKTOK}" }
        meta: { app_id: 1000000000000001, app_secret: "${env:META}" }
        bare: { client_id: sandbox-google-client-id }
      destinations:
        google:
          type: google
          credential: google
          settings: { customer_id: 1234567890, conversion_action_id: 987654321, base_url_ads: "%1$s/google", base_url_dm: "%1$s/google", base_url_oauth: "%1$s/google", base_url_authorize: "%1$s/google" }
        klaviyo:
          type: klaviyo
          credential: klaviyo
          settings: { mode: events, base_url: "%1$s/klaviyo", base_url_authorize: "%1$s/klaviyo" }
        snapchat:
          type: snapchat
          credential: snapchat
          settings: { mode: conversions_api, auth_mode: oauth, pixel_id: 8f1c0a52-0000-4000-8000-00000000beef, base_url: "%1$s/snapchat", token_url: "%1$s/snapchat/login/oauth2/access_token" }
        tiktok:
          type: tiktok
          credential: tiktok
          settings: { auth_mode: oauth, advertiser_id: 7654321098765432100, event_set_id: 7654321098765432109, base_url: "%1$s/tiktok" }
        meta:
          type: meta
          credential: meta
          settings: { dataset_id: 1234567890, base_url: "%1$s/meta", base_url_authorize: "%1$s/meta" }
        lacking:
          type: google
          credential: bare
          settings: { customer_id: 1234567890, conversion_action_id: 987654321 }
        files:
          type: snapchat
      orchestrations:
        google: { source: drops, query: queries/orders.sql, destination: google, dialect: native, columns: canonical }
        klaviyo: { source: drops, query: queries/orders.sql, destination: klaviyo, dialect: native, columns: canonical }
        snapchat: { source: drops, query: queries/orders.sql, destination: snapchat, dialect: native, columns: canonical }
        tiktok: { source: drops, query: queries/orders.sql, destination: tiktok, dialect: native, columns: canonical }
        meta: { source: drops, query: queries/orders.sql, destination: meta, dialect: native, columns: canonical }
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private Typed typed;

  @BeforeEach
  void project() throws Exception {
    String root = sandbox.baseUrl("meta").replaceFirst("/meta$", "");
    typed =
        Typed.in(folder)
            .shipped()
            .with(SECRETS)
            .write("data/orders.csv", ORDERS)
            .write("queries/orders.sql", "SELECT * FROM orders")
            .write("footfall.yaml", PROJECT.formatted(root));
  }

  private Conversation authorise(String... more) throws Exception {
    String[] words = new String[more.length + 1];
    words[0] = "authorise";
    System.arraycopy(more, 0, words, 1, more.length);
    return Conversation.begin(folder, SECRETS, words);
  }

  private JsonNode run(String orchestration) throws Exception {
    return typed.run(orchestration, "--json").json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"google", "klaviyo", "snapchat", "tiktok", "meta"})
  void a_run_succeeds_once_a_person_consented(String platform) throws Exception {
    JsonNode before = run(platform);
    assertThat(before.at("/rows/not_sent").intValue()).as(before.toString()).isEqualTo(2);
    assertThat(before.toString()).contains("footfall authorise");

    Conversation talk = authorise(platform);
    String landing = Conversation.open(talk.address());
    assertThat(landing).startsWith("http://127.0.0.1:");
    assertThat(Conversation.get(landing).body()).contains("You can close this window");
    Typed.Answer answer = talk.end();

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).startsWith(platform + ": authorised; ").doesNotContain("sandbox-");
    assertThat(answer.err()).doesNotContain("secret", "-refresh", "-access", "-issued");
    JsonNode after = run(platform);
    assertThat(after.at("/rows/accepted").intValue()).as(after.toString()).isEqualTo(2);
  }

  @Test
  void an_answer_with_a_foreign_state_is_turned_away_and_the_right_one_still_taken()
      throws Exception {
    Conversation talk = authorise("klaviyo", "--json");
    String landing = Conversation.open(talk.address());

    assertThat(Conversation.get(landing.replaceFirst("state=.*", "state=mine")).statusCode())
        .isEqualTo(400);
    assertThat(Conversation.get(landing.replaceFirst("/\\?.*", "/favicon.ico")).statusCode())
        .isEqualTo(404);
    assertThat(Conversation.get(landing).statusCode()).isEqualTo(200);
    JsonNode told = new ObjectMapper().readTree(talk.end().out());
    assertThat(told.path("credential").asText()).isEqualTo("klaviyo");
    assertThat(told.path("kept").booleanValue()).isTrue();
    assertThat(told.path("renewable").booleanValue()).isTrue();
    assertThat(told.has("tokens")).isFalse();
  }

  @Test
  void the_address_that_the_browser_ended_at_may_be_pasted() throws Exception {
    Conversation talk = authorise("tiktok", "--redirect-uri", "https://shop.example/consent");
    String landing = Conversation.open(talk.address());
    assertThat(landing).startsWith("https://shop.example/consent?auth_code=");
    talk.type(landing);

    assertThat(talk.end().code()).isZero();
    assertThat(run("tiktok").at("/rows/accepted").intValue()).isEqualTo(2);
  }

  @Test
  void a_pasted_address_of_another_request_keeps_nothing() throws Exception {
    Conversation talk = authorise("google", "--paste");
    talk.type("http://127.0.0.1/?code=sandbox-google-code&state=foreign");
    Typed.Answer answer = talk.end();

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("nothing was kept").doesNotContain("google-code");
    assertThat(run("google").at("/rows/not_sent").intValue()).isEqualTo(2);
  }

  @Test
  void a_person_who_says_no_ends_it_with_four() throws Exception {
    sandbox.inject("google", Injection.next("deny").striking("authorize"));
    Conversation talk = authorise("google");
    assertThat(Conversation.get(Conversation.open(talk.address())).body())
        .contains("Nothing was allowed");
    Typed.Answer answer = talk.end();

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err()).contains("google: nothing was allowed: access_denied");
  }

  @Test
  void tokens_are_shown_instead_of_kept_only_when_asked_for() throws Exception {
    Conversation talk = authorise("snapchat", "--reveal");
    Conversation.get(Conversation.open(talk.address()));

    assertThat(talk.end().out())
        .contains("access_token: sandbox-snapchat-access-")
        .contains("refresh_token: sandbox-snapchat-refresh-");
    assertThat(run("snapchat").at("/rows/not_sent").intValue()).isEqualTo(2);
  }

  @Test
  void a_token_endpoint_in_trouble_for_a_moment_is_asked_again() throws Exception {
    sandbox.inject("klaviyo", Injection.next("status").striking("oauth").with("status", 503));
    Conversation talk = authorise("klaviyo");
    Conversation.get(Conversation.open(talk.address()));

    assertThat(talk.end().code()).isZero();
  }

  @Test
  void what_cannot_be_authorised_says_why() {
    assertThat(typed.type("authorise", "nobody").err()).contains("no destination 'nobody'");
    assertThat(typed.type("authorise", "files").err()).contains("names no credential");
    Typed.Answer lacking = typed.type("authorise", "lacking");
    assertThat(lacking.code()).isEqualTo(1);
    assertThat(lacking.err()).contains("credential 'bare' lacks 'client_secret'");
    Typed.Answer both =
        typed.type(
            "authorise", "google", "--redirect-port", "1", "--redirect-uri", "https://x.example/");
    assertThat(both.code()).isEqualTo(2);
  }

  @Test
  void a_client_that_the_platform_does_not_know_keeps_nothing() throws Exception {
    Map<String, String> wrong = new HashMap<>(SECRETS);
    wrong.put("GOOGLE", "not-the-secret");
    Conversation talk = Conversation.begin(folder, wrong, "authorise", "google");
    Conversation.get(Conversation.open(talk.address()));
    Typed.Answer answer = talk.end();

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err()).contains("google: BAD_CLIENT: ").doesNotContain("not-the-secret");
  }
}
