package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials that end, and who is told in time. */
class CredentialEndTest {
  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        meta: { access_token: "${env:TOKEN}", token_expires_at: "%s" }
      destinations:
        stores: { type: meta, credential: meta, settings: { dataset_id: 1234567890, base_url: "%s" } }
      orchestrations:
        daily: { source: drops, query: queries/orders.sql, destination: stores, dialect: native }
      """;

  @TempDir Path folder;

  private Typed project(String end, String url) {
    return Typed.in(folder)
        .shipped()
        .with(Map.of("TOKEN", "sandbox-meta-token"))
        .write(
            "data/orders.csv",
            """
            email,timestamp,price,quantity,currency,order_id
            jane@example.com,2026-11-20T10:00:00Z,5,1,USD,O1
            """)
        .write("queries/orders.sql", "SELECT * FROM orders")
        .write("footfall.yaml", PROJECT.formatted(end, url));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-05T11:00:00Z, 'ends in 13 days, on 2026-12-05; authorise again before that day'",
    "2026-11-28T12:00:00Z, 'ends in 7 days, on 2026-11-28; authorise again this week'",
    "2026-11-22T12:00:00Z, 'ends in 1 day, on 2026-11-22; authorise again now'",
    "2026-11-22T00:00:00Z, 'ends within a day, on 2026-11-22; authorise again now'",
    "2026-11-20T00:00:00Z, 'ended on 2026-11-20; authorise again now, or runs stop with"
        + " CREDENTIALS_REJECTED'"
  })
  void validate_says_how_long_a_credential_lasts(String end, String words) {
    Typed.Answer answer = project(end, "http://127.0.0.1:9").type("validate");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("warning: credential 'meta' " + words);
  }

  @Test
  void an_end_far_away_is_not_spoken_of() {
    assertThat(project("2026-12-05T12:00:01Z", "http://127.0.0.1:9").type("validate").err())
        .doesNotContain("credential 'meta'");
  }

  @Test
  void a_run_warns_and_goes_on() throws Exception {
    try (Sandbox sandbox = Typed.sandbox()) {
      Typed.Answer answer =
          project("2026-11-28", sandbox.baseUrl("meta"))
              .type("run", "daily", "--now", Typed.NOW.toString(), "--json");

      assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
      assertThat(answer.out()).contains("\"CREDENTIAL_ENDS_SOON\"");
    }
  }
}
