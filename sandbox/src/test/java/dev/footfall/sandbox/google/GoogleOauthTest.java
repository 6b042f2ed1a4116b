package dev.footfall.sandbox.google;

import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GoogleOauthTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final String ORDERS = Running.resource(GoogleOauthTest.class, "ingest.json");
  private static final String CLIENT =
      "&client_id=sandbox-google-client-id&client_secret=sandbox-google-client-secret";

  @AutoClose private final Running running = Running.at(NOW.toString());

  private HttpResponse<String> token(String form) throws IOException {
    return running.send(
        "/google/token",
        request ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
  }

  private int ingest(String token) throws IOException {
    return running
        .post("/google/v1/events:ingest", ORDERS, "Authorization", "Bearer " + token)
        .statusCode();
  }

  @Test
  void refresh_tokens_stay_and_access_tokens_run_out() throws IOException {
    String form = "grant_type=refresh_token&refresh_token=sandbox-google-refresh-token" + CLIENT;
    JsonNode first = json(token(form));
    assertThat(first.path("expires_in").asInt()).isEqualTo(3599);
    assertThat(first.has("refresh_token")).isFalse();
    String access = first.path("access_token").asText();
    assertThat(ingest(access)).isEqualTo(200);
    running.sandbox().clock().stopAt(NOW.plus(Duration.ofSeconds(3599)));
    assertThat(ingest(access)).isEqualTo(401);
    assertThat(ingest(json(token(form)).path("access_token").asText())).isEqualTo(200);
  }

  @Test
  void scopes_are_kept_apart() throws IOException {
    String form = "grant_type=refresh_token&refresh_token=sandbox-google-refresh-token-ads-only";
    String access = json(token(form + CLIENT)).path("access_token").asText();
    HttpResponse<String> refused =
        running.post("/google/v1/events:ingest", ORDERS, "Authorization", "Bearer " + access);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("insufficient authentication scopes");
  }

  @Test
  void codes_work_once() throws IOException {
    String form =
        "grant_type=authorization_code&code=sandbox-google-code&redirect_uri=http%3A%2F%2Flocalhost"
            + CLIENT;
    assertThat(json(token(form)).path("refresh_token").asText())
        .isEqualTo("sandbox-google-refresh-token");
    assertThat(json(token(form)).path("error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void wrong_grants_clients_and_forms_are_refused() throws IOException {
    HttpResponse<String> revoked =
        token(
            "grant_type=refresh_token&refresh_token=sandbox-google-refresh-token-revoked" + CLIENT);
    assertThat(revoked.statusCode()).isEqualTo(400);
    assertThat(json(revoked).path("error").asText()).isEqualTo("invalid_grant");
    HttpResponse<String> foreign =
        token("grant_type=refresh_token&refresh_token=x&client_id=a&client_secret=b");
    assertThat(foreign.statusCode()).isEqualTo(401);
    assertThat(json(foreign).path("error").asText()).isEqualTo("invalid_client");
    assertThat(json(token("grant_type=password")).path("error").asText())
        .isEqualTo("unsupported_grant_type");
    assertThat(json(token("grant_type=refresh_token" + CLIENT)).path("error").asText())
        .isEqualTo("invalid_request");
    running.sandbox().inject("google", Injection.next("invalid_grant").striking("oauth"));
    assertThat(
            token("grant_type=refresh_token&refresh_token=sandbox-google-refresh-token" + CLIENT)
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void service_accounts_sign_their_assertions() throws Exception {
    JsonNode file = json(running.get("/_control/google/service_account"));
    String claims =
        "{\"iss\":\"%s\",\"scope\":\"https://www.googleapis.com/auth/datamanager\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(
                file.path("client_email").asText(),
                file.path("token_uri").asText(),
                NOW.getEpochSecond(),
                NOW.getEpochSecond() + 3600);
    String assertion = signed(file.path("private_key").asText(), claims);
    String form =
        "grant_type="
            + URLEncoder.encode(
                "urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
            + "&assertion=";
    String access = json(token(form + assertion)).path("access_token").asText();
    assertThat(ingest(access)).isEqualTo(200);
    assertThat(json(token(form + assertion + "x")).path("error").asText())
        .isEqualTo("invalid_grant");
    running.sandbox().clock().stopAt(NOW.plus(Duration.ofHours(1)));
    assertThat(json(token(form + assertion)).path("error").asText()).isEqualTo("invalid_grant");
  }

  private static String signed(String pem, String claims) throws Exception {
    String inner = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
    String text =
        url.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + url.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(
        KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(inner))));
    signature.update(text.getBytes(StandardCharsets.US_ASCII));
    return text + "." + url.encodeToString(signature.sign());
  }
}
