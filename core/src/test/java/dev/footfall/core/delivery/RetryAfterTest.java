package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-06T08:49:00Z");

  private static java.util.Optional<Duration> read(String value) {
    return RetryAfter.of(Deliveries.answer(429, "", "retry-after", value), NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "37",
        " 37 ",
        "Fri, 06 Nov 2026 08:49:37 GMT",
        "Fri, 6 Nov 2026 08:49:37 GMT",
        "Friday, 06-Nov-26 08:49:37 GMT",
        "Fri Nov  6 08:49:37 2026"
      })
  void every_form_that_http_knows_is_heeded(String value) {
    assertThat(read(value)).contains(Duration.ofSeconds(37));
  }

  @Test
  void a_date_that_is_past_asks_for_no_wait() {
    assertThat(read("Fri, 06 Nov 2026 08:48:00 GMT")).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "2026-11-06", "Mon, 06 Nov 2026 08:49:37 GMT"})
  void anything_else_counts_as_absent(String value) {
    assertThat(read(value)).isEmpty();
  }
}
