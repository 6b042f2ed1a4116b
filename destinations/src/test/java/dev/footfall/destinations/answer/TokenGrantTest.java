package dev.footfall.destinations.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
    Optional<CredentialValues> fresh =
        grant.read(
            answer(200, "{\"access_token\":\"a2\",\"refresh_token\":\"r2\",\"expires_in\":3599}"),
            NOW);

    assertThat(fresh).get().matches(c -> c.reveal("access_token").equals("a2"));
    assertThat(fresh).get().matches(c -> c.reveal("refresh_token").equals("r2"));
    assertThat(fresh.flatMap(CredentialValues::expiresAt)).contains(NOW.plusSeconds(3599));
  }

  @Test
  void a_refusal_or_an_answer_without_token_grants_nothing() {
    assertThat(grant.read(answer(400, "{\"error\":\"invalid_grant\"}"), NOW)).isEmpty();
    assertThat(grant.read(answer(200, "{}"), NOW)).isEmpty();
    assertThat(grant.read(answer(200, "<html>"), NOW)).isEmpty();
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
