package dev.footfall.destinations.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Renewal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenGrantTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private final CredentialValues old =
      new CredentialValues(
          Map.of(
              "client_id", Secret.of("me"),
              "client_secret", Secret.of("s&cret"),
              "refresh_token", Secret.of("r1")),
          Optional.empty());
  private final TokenGrant grant = TokenGrant.refreshing("https://auth.example/token", old);

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_form_holds_what_the_standard_asks_for() {
    HttpCall call = grant.call();

    assertThat(new String(call.body().get(0), StandardCharsets.UTF_8))
        .isEqualTo("grant_type=refresh_token&refresh_token=r1&client_id=me&client_secret=s%26cret");
    assertThat(grant + " " + call).doesNotContain("cret&", "r1", "s%26");
  }

  @Test
  void a_granted_token_and_a_new_refresh_token_replace_the_old_ones() {
    CredentialValues fresh =
        Grants.credential(
            grant.read(
                answer(
                    200, "{\"access_token\":\"a2\",\"refresh_token\":\"r2\",\"expires_in\":3599}"),
                NOW));

    assertThat(fresh.reveal("access_token")).isEqualTo("a2");
    assertThat(fresh.reveal("refresh_token")).isEqualTo("r2");
    assertThat(fresh.expiresAt()).contains(NOW.plusSeconds(3599));
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_grant, CREDENTIALS_REJECTED",
    "401, invalid_client, BAD_CLIENT",
    "400, unauthorized_client, BAD_CLIENT",
    "400, invalid_scope, CREDENTIALS_REJECTED",
    "403, '', CREDENTIALS_REJECTED",
    "302, '', CONFIGURATION_FAULT",
  })
  void a_refusal_has_the_code_of_its_reason(int status, String error, Code code) {
    String body = "{\"error\":\"" + error + "\",\"error_description\":\"because\"}";

    assertThat(grant.naming(Code.BAD_CLIENT).read(answer(status, body), NOW))
        .isInstanceOfSatisfying(
            Renewal.Result.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.words()).contains("HTTP " + status);
            });
  }

  @Test
  void a_client_that_nobody_knows_is_a_rejected_credential_where_the_platform_has_no_other_word() {
    assertThat(grant.read(answer(401, "{\"error\":\"invalid_client\"}"), NOW))
        .isEqualTo(
            new Renewal.Result.Refused(
                Code.CREDENTIALS_REJECTED,
                "HTTP 401 invalid_client; check client_id and client_secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "500, oops",
    "503, {}",
    "429, {}",
    "408, ''",
    "200, {}",
    "200, <html>",
    "400, '{\"error\":\"temporarily_unavailable\"}'"
  })
  void trouble_and_answers_that_say_nothing_are_no_refusal(int status, String body) {
    assertThat(grant.read(answer(status, body), NOW)).isInstanceOf(Renewal.Result.TryAgain.class);
  }

  @Test
  void a_token_is_due_when_there_is_none_when_it_ends_or_when_it_was_refused() {
    Duration early = Duration.ofMinutes(5);
    CredentialValues ends =
        new CredentialValues(
            Map.of("access_token", Secret.of("a")), Optional.of(NOW.plusSeconds(299)));
    CredentialValues lasts =
        new CredentialValues(
            Map.of("access_token", Secret.of("a")), Optional.of(NOW.plusSeconds(301)));

    assertThat(TokenGrant.isDue(old, NOW, false, early)).isTrue();
    assertThat(TokenGrant.isDue(ends, NOW, false, early)).isTrue();
    assertThat(TokenGrant.isDue(lasts, NOW, false, early)).isFalse();
    assertThat(TokenGrant.isDue(lasts, NOW, true, early)).isTrue();
  }
}
