package dev.footfall.destinations.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Renewal;
import dev.footfall.destinations.answer.Grants;
import dev.footfall.destinations.contract.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a token lasts, and what the connection test makes of it. */
class TokenTest {
  private static final String SECRET = "app-secret-0123456789abcdef";
  private static final String TOKEN = "EAAB-test-token-123";
  private static final Instant NOW = Instant.ofEpochSecond(Samples.NOW);

  private static HttpDelivery delivery() {
    return (HttpDelivery) Samples.run().route(Samples.order()).delivery();
  }

  private static CredentialValues token(String kind, Optional<Instant> end) {
    return new CredentialValues(
        Map.of(
            "access_token", Secret.of(TOKEN),
            "app_id", Secret.of("77"),
            "app_secret", Secret.of(SECRET),
            "token_kind", Secret.of(kind)),
        end);
  }

  @Test
  void a_token_of_60_days_is_exchanged_in_its_last_15() {
    Optional<Instant> soon = Optional.of(NOW.plus(Duration.ofDays(14)));
    var renewal = delivery().renewal(token("user_long_lived", soon), NOW, false).orElseThrow();

    assertThat(renewal.call().url())
        .isEqualTo(
            "https://graph.facebook.com/v25.0/oauth/access_token?grant_type=fb_exchange_token"
                + "&client_id=77&client_secret="
                + SECRET
                + "&fb_exchange_token="
                + TOKEN);
    assertThat(renewal.call().toString()).doesNotContain(SECRET).doesNotContain(TOKEN);
    CredentialValues newer =
        Grants.credential(
            renewal.read(
                Answers.of(
                    200,
                    "{\"access_token\":\"NEW\",\"token_type\":\"bearer\",\"expires_in\":5183944}"),
                NOW));
    assertThat(newer.reveal("access_token")).isEqualTo("NEW");
    assertThat(newer.expiresAt()).contains(NOW.plusSeconds(5183944));
    assertThat(Grants.refusal(renewal.read(Answers.of(400, Answers.error(190, 463, "over")), NOW)))
        .isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(renewal.read(Answers.of(400, Answers.error(2, 0, "busy")), NOW))
        .isInstanceOf(Renewal.Result.TryAgain.class);
    assertThat(renewal.read(Answers.of(503, "<html>"), NOW))
        .isInstanceOf(Renewal.Result.TryAgain.class);
    assertThat(
            delivery()
                .renewal(token("system_user_60_days", soon), NOW, false)
                .orElseThrow()
                .call()
                .url())
        .endsWith("&set_token_expires_in_60_days=true");
  }

  @Test
  void other_tokens_are_left_alone() {
    Optional<Instant> soon = Optional.of(NOW.plus(Duration.ofDays(14)));
    Optional<Instant> late = Optional.of(NOW.plus(Duration.ofDays(16)));
    Optional<Instant> over = Optional.of(NOW.minusSeconds(1));

    assertThat(delivery().renewal(token("system_user_never_expires", soon), NOW, false)).isEmpty();
    assertThat(delivery().renewal(token("user_long_lived", late), NOW, false)).isEmpty();
    assertThat(delivery().renewal(token("user_long_lived", over), NOW, false)).isEmpty();
    assertThat(delivery().renewal(token("user_long_lived", soon), NOW, true)).isEmpty();
    assertThat(delivery().renewal(TestRun.credential("access_token", TOKEN), NOW, false)).isEmpty();
  }

  private static Exchange.Step test(CredentialValues credential, HttpAnswer answer) {
    return delivery().connectionTest(credential).orElseThrow().read(answer);
  }

  @Test
  void the_connection_test_wants_a_consolidated_dataset() {
    CredentialValues bare = TestRun.credential("access_token", TOKEN);
    HttpCall call = delivery().connectionTest(bare).orElseThrow().call();

    assertThat(call.method()).isEqualTo("GET");
    assertThat(call.url())
        .isEqualTo(
            "https://graph.facebook.com/v25.0/1234567890"
                + "?fields=id%2Cname%2Cis_consolidated_container%2Cis_unavailable");
    assertThat(test(bare, Answers.of(200, dataset(true)))).isInstanceOf(Exchange.Step.Done.class);
    assertThat(failure(test(bare, Answers.of(200, dataset(false)))))
        .isEqualTo(Code.DATASET_NOT_CONSOLIDATED);
    assertThat(failure(test(bare, Answers.of(400, Answers.error(100, 33, "no")))))
        .isEqualTo(Code.DATASET_NOT_FOUND);
    assertThat(failure(test(bare, Answers.of(400, Answers.error(190, 463, "no")))))
        .isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(failure(test(bare, Answers.of(502, "<html>")))).isEqualTo(Code.PLATFORM_UNAVAILABLE);
  }

  private static String dataset(boolean consolidated) {
    return "{\"id\":\"1\",\"name\":\"Shops\",\"is_consolidated_container\":" + consolidated + "}";
  }

  private static Code failure(Exchange.Step step) {
    return ((Exchange.Step.Failed) step).code();
  }

  @Test
  void with_the_apps_secret_the_token_is_inspected_too() {
    CredentialValues full = token("user_long_lived", Optional.empty());
    Exchange next = ((Exchange.Step.Next) test(full, Answers.of(200, dataset(true)))).exchange();

    assertThat(next.call().url())
        .startsWith(
            "https://graph.facebook.com/debug_token?input_token=" + TOKEN + "&access_token=77%7C");
    assertThat(next.call().toString()).doesNotContain(SECRET).doesNotContain(TOKEN);
    assertThat(next.read(Answers.of(200, "{\"data\":{\"is_valid\":true,\"expires_at\":0}}")))
        .isEqualTo(new Exchange.Step.Done("dataset 'Shops' is ready; the token does not expire"));
    assertThat(failure(next.read(Answers.of(200, "{\"data\":{\"is_valid\":false}}"))))
        .isEqualTo(Code.CREDENTIALS_REJECTED);
  }

  @Test
  void consent_gives_a_token_of_hours_that_is_made_a_longer_one() {
    CredentialValues app = TestRun.credential("app_id", "77", "app_secret", SECRET);
    Authorisation authorisation = delivery().authorisation(app).orElseThrow();

    assertThat(authorisation.url("http://localhost:1/", "S", "C"))
        .isEqualTo(
            "https://www.facebook.com/v25.0/dialog/oauth?client_id=77&response_type=code"
                + "&scope=ads_management%2Cbusiness_management"
                + "&redirect_uri=http%3A%2F%2Flocalhost%3A1%2F&state=S");
    Renewal exchange =
        authorisation.exchange().apply(new Authorisation.Consent("K", "http://localhost:1/", ""));
    assertThat(exchange.call().url())
        .endsWith("&redirect_uri=http%3A%2F%2Flocalhost%3A1%2F&code=K");
    assertThat(exchange.call().toString()).doesNotContain(SECRET).doesNotContain("=K");
    CredentialValues hours =
        Grants.credential(
            exchange.read(
                Answers.of(200, "{\"access_token\":\"SHORT\",\"expires_in\":5400}"), NOW));
    assertThat(delivery().renewal(hours, NOW, false).orElseThrow().call().url())
        .endsWith("&fb_exchange_token=SHORT");
  }
}
