package dev.footfall.destinations.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Renewal;
import dev.footfall.destinations.answer.Grants;
import dev.footfall.destinations.answer.JsonAnswer;
import dev.footfall.destinations.contract.TestRun;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tokens, accounts and conversion actions. */
class AccountTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final String TRACKING =
      "\"acceptedCustomerDataTerms\":true,\"enhancedConversionsForLeadsEnabled\":true";

  private static Optional<Renewal> renewal(CredentialValues credential, boolean rejected) {
    HttpDelivery delivery = (HttpDelivery) Samples.dataManager().route(Samples.order()).delivery();
    return delivery.renewal(credential, NOW, rejected);
  }

  @Test
  void a_refresh_token_gives_a_token_for_an_hour() {
    CredentialValues credential =
        TestRun.credential("client_id", "C", "client_secret", "S", "refresh_token", "R");
    Renewal renewal = renewal(credential, false).orElseThrow();

    assertThat(renewal.call().url()).isEqualTo("https://oauth2.googleapis.com/token");
    assertThat(Samples.body(renewal.call()))
        .isEqualTo("grant_type=refresh_token&refresh_token=R&client_id=C&client_secret=S");
    CredentialValues renewed =
        Grants.credential(
            renewal.read(Samples.answer(200, "{\"access_token\":\"A\",\"expires_in\":3599}"), NOW));
    assertThat(renewed.find("access_token")).contains("A");
    assertThat(renewed.expiresAt()).contains(NOW.plusSeconds(3599));
    assertThat(
            Grants.refusal(renewal.read(Samples.answer(400, "{\"error\":\"invalid_grant\"}"), NOW)))
        .isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(
            Grants.refusal(
                renewal.read(Samples.answer(401, "{\"error\":\"invalid_client\"}"), NOW)))
        .isEqualTo(Code.BAD_CLIENT);
    assertThat(renewal(renewed, false)).isEmpty();
    assertThat(renewal(renewed, true)).isPresent();
  }

  @Test
  void a_code_is_exchanged_once() {
    CredentialValues credential =
        TestRun.credential(
            "client_id", "C", "client_secret", "S", "code", "K", "redirect_uri", "https://x/y");

    assertThat(Samples.body(renewal(credential, false).orElseThrow().call()))
        .startsWith("grant_type=authorization_code&code=K&")
        .contains("redirect_uri=https%3A%2F%2Fx%2Fy");
  }

  @Test
  void a_token_alone_cannot_be_renewed() {
    assertThat(renewal(Samples.TOKEN, true)).isEmpty();
  }

  @Test
  void a_service_account_signs_its_claim() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    String pem =
        "-----BEGIN PRIVATE KEY-----\\n"
            + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\\n-----END PRIVATE KEY-----\\n";
    String json = "{\"client_email\":\"robot@p.example\",\"private_key\":\"" + pem + "\"}";
    Renewal renewal = renewal(TestRun.credential("service_account", json), false).orElseThrow();

    String form = URLDecoder.decode(Samples.body(renewal.call()), StandardCharsets.UTF_8);
    assertThat(form)
        .startsWith("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=");
    String[] parts = form.substring(form.lastIndexOf('=') + 1).split("\\.", -1);
    JsonNode claims = JsonAnswer.of(Base64.getUrlDecoder().decode(parts[1]));
    assertThat(claims.path("iss").asText()).isEqualTo("robot@p.example");
    assertThat(claims.path("scope").asText()).isEqualTo(GoogleCredential.DATA_MANAGER_SCOPE);
    assertThat(claims.path("aud").asText()).isEqualTo("https://oauth2.googleapis.com/token");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(keys.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    assertThat(renewal.toString()).doesNotContain("robot");
  }

  private static Exchange lookup() {
    return TestRun.of(new Google())
        .set("customer_id", "1234567890")
        .set("conversion_action_name", "Tom's \\ shop")
        .route(Samples.order())
        .lookup(Samples.TOKEN)
        .orElseThrow();
  }

  private static Exchange next(Exchange exchange, String body) {
    return ((Exchange.Step.Next) exchange.read(Samples.answer(200, body))).exchange();
  }

  private static String account(String tracking) {
    return "[{\"results\":[{\"customer\":{\"id\":\"1234567890\",\"conversionTrackingSetting\":{"
        + tracking
        + "}}}]}]";
  }

  private static String action(String type, String status) {
    return "[{\"results\":[{\"conversionAction\":{\"id\":\"5\",\"ownerCustomer\":\"customers/9\","
        + "\"type\":\"UPLOAD_CLICKS\",\"status\":\"ENABLED\"}},{\"conversionAction\":{\"id\":"
        + "\"848898416\",\"ownerCustomer\":\"customers/1234567890\",\"type\":\""
        + type
        + "\",\"status\":\""
        + status
        + "\"}}]}]";
  }

  private static Code failure(Exchange exchange, int status, String body) {
    return ((Exchange.Step.Failed) exchange.read(Samples.answer(status, body))).code();
  }

  @Test
  void an_action_is_found_by_its_name_the_accounts_own_first() {
    Exchange search = next(lookup(), account(TRACKING));
    HttpCall call = search.call();

    assertThat(call.url())
        .isEqualTo(
            "https://googleads.googleapis.com/v25/customers/1234567890/googleAds:searchStream");
    assertThat(Samples.body(call)).contains("name = 'Tom\\\\'s \\\\\\\\ shop'");
    Exchange.Step step = search.read(Samples.answer(200, action("UPLOAD_CLICKS", "ENABLED")));
    assertThat(((Exchange.Step.Found) step).facts())
        .containsEntry("conversion_action_id", "848898416")
        .containsEntry("customer_id", "1234567890");
    assertThat(failure(search, 200, action("WEBPAGE", "ENABLED")))
        .isEqualTo(Code.BAD_CONVERSION_ACTION);
    assertThat(failure(search, 200, action("UPLOAD_CLICKS", "REMOVED")))
        .isEqualTo(Code.BAD_CONVERSION_ACTION);
  }

  @Test
  void the_account_that_converts_is_used() {
    String other = TRACKING + ",\"googleAdsConversionCustomer\":\"customers/1112223333\"";

    assertThat(next(lookup(), account(other)).call().url()).contains("/customers/1112223333/");
  }

  @Test
  void an_account_that_is_not_ready_says_why() {
    String noTerms = TRACKING.replaceFirst("true", "false");
    String off = TRACKING.replaceFirst("Enabled\":true", "Enabled\":false");

    assertThat(failure(lookup(), 200, account(noTerms))).isEqualTo(Code.TERMS_NOT_ACCEPTED);
    assertThat(failure(lookup(), 200, account(off))).isEqualTo(Code.ENHANCED_CONVERSIONS_OFF);
    assertThat(failure(lookup(), 403, "")).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(failure(lookup(), 401, "")).isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(failure(lookup(), 503, "")).isEqualTo(Code.PLATFORM_UNAVAILABLE);
  }

  @Test
  void a_missing_action_is_made_once_and_the_run_waits() {
    Exchange creation = next(next(lookup(), account(TRACKING)), "[{\"results\":[]}]");

    assertThat(creation.call().url()).endsWith("/customers/1234567890/conversionActions:mutate");
    assertThat(Samples.body(creation.call())).contains("\"countingType\":\"MANY_PER_CLICK\"");
    assertThat(failure(creation, 200, "{\"results\":[{\"resourceName\":\"x\"}]}"))
        .isEqualTo(Code.RETRY_LATER);
    String taken = AdsErrors.whole(400, "conversionActionError", "DUPLICATE_NAME");
    Exchange.Step again = creation.read(Samples.answer(400, taken));
    assertThat(again).isInstanceOf(Exchange.Step.Next.class);
    assertThat(failure(((Exchange.Step.Next) again).exchange(), 200, "[]"))
        .isEqualTo(Code.BAD_CONVERSION_ACTION);
  }

  @Test
  void an_action_of_known_id_is_not_looked_up() {
    assertThat(Samples.dataManager().route(Samples.order()).lookup(Samples.TOKEN)).isEmpty();
  }

  @Test
  void every_event_source_is_checked_and_a_mismatch_names_the_remedy() {
    HttpDelivery delivery = (HttpDelivery) Samples.dataManager().route(Samples.order()).delivery();
    Exchange first = delivery.connectionTest(Samples.TOKEN).orElseThrow();
    assertThat(Samples.body(first.call())).contains("\"validateOnly\":true", "\"WEB\"");

    Exchange second = next(first, "{\"requestId\":\"1\"}");
    assertThat(Samples.body(second.call())).contains("\"IN_STORE\"");
    String mismatch =
        GoogleContractTest.refusal("events[0]", "EVENT_SOURCE_AND_DESTINATION_MISMATCH");
    Exchange.Step step = second.read(Samples.answer(400, mismatch));
    assertThat(((Exchange.Step.Failed) step).words()).contains("event_source_no_click");
    assertThat(second.read(Samples.answer(200, "{\"requestId\":\"1\"}")))
        .isInstanceOf(Exchange.Step.Done.class);
  }

  @Test
  void consent_is_asked_for_offline_access_and_for_what_the_look_up_takes() {
    CredentialValues client = TestRun.credential("client_id", "C", "client_secret", "S");
    HttpDelivery byId = (HttpDelivery) Samples.dataManager().route(Samples.order()).delivery();
    Authorisation authorisation = byId.authorisation(client).orElseThrow();

    assertThat(authorisation.url("http://127.0.0.1:1/", "s", "c"))
        .isEqualTo(
            "https://accounts.google.com/o/oauth2/v2/auth?client_id=C&response_type=code"
                + "&scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fdatamanager"
                + "&access_type=offline&prompt=consent&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F"
                + "&state=s");
    assertThat(authorisation.needs()).containsExactly("client_id", "client_secret");
    Renewal exchange =
        authorisation
            .exchange()
            .apply(new Authorisation.Consent("K", "http://127.0.0.1:1/", "unused"));
    assertThat(Samples.body(exchange.call()))
        .isEqualTo(
            "grant_type=authorization_code&code=K&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F"
                + "&client_id=C&client_secret=S");
    HttpDelivery byName =
        (HttpDelivery)
            TestRun.of(new Google())
                .set("customer_id", "1234567890")
                .set("conversion_action_name", "Shop")
                .route(Samples.order())
                .delivery();
    assertThat(byName.authorisation(client).orElseThrow().url("http://x/", "s", "c"))
        .contains("datamanager%20https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fadwords");
    assertThat(byId.authorisation(TestRun.credential("service_account", "{}"))).isEmpty();
  }
}
