package dev.footfall.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String BACK = "http://127.0.0.1:1/back";

  /** Verifier and challenge of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final Consents consents = new Consents("code", "code");

  private static Call call(String... parameters) {
    Map<String, String> query = new HashMap<>(Map.of("redirect_uri", BACK, "state", "s 1"));
    for (int i = 0; i < parameters.length; i += 2) {
      query.put(parameters[i], parameters[i + 1]);
    }
    return new Call(new Call.Target("GET", "/auth", query), Map.of(), NOW);
  }

  private String code(String... parameters) {
    String landing =
        consents.agree(call(parameters), Set.of("a")).orElseThrow().headers().get("Location");
    assertThat(landing).startsWith(BACK + "?code=").endsWith("&state=s+1");
    return landing.replaceFirst(".*code=([^&]+).*", "$1");
  }

  private Optional<Set<String>> redeem(String code, String back, String verifier, Instant at) {
    return consents.redeem(new Consents.Brought(code, Optional.of(back), verifier), at);
  }

  @Test
  void a_code_works_once_for_whoever_asked_for_it() {
    String code = code("code_challenge", CHALLENGE, "code_challenge_method", "S256");

    assertThat(redeem(code, BACK, VERIFIER, NOW)).contains(Set.of("a"));
    assertThat(redeem(code, BACK, VERIFIER, NOW)).isEmpty();
  }

  @Test
  void another_address_another_verifier_or_ten_minutes_spoil_it() {
    String[] challenge = {"code_challenge", CHALLENGE, "code_challenge_method", "S256"};

    assertThat(redeem(code(challenge), BACK + "/", VERIFIER, NOW)).isEmpty();
    assertThat(redeem(code(challenge), BACK, VERIFIER + "x", NOW)).isEmpty();
    assertThat(redeem(code(challenge), BACK, "", NOW)).isEmpty();
    assertThat(redeem(code(), BACK, VERIFIER, NOW)).isEmpty();
    assertThat(redeem(code(), BACK, "", NOW.plusSeconds(600))).isEmpty();
    assertThat(redeem(code(), BACK, "", NOW.plusSeconds(599))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "state, ''",
    "redirect_uri, ''",
    "redirect_uri, ftp://x/",
    "redirect_uri, http://x/#here",
    "code_challenge, short"
  })
  void a_page_that_is_opened_wrongly_gives_no_code(String name, String value) {
    assertThat(consents.agree(call(name, value), Set.of())).isEmpty();
  }
}
