package dev.footfall.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void counts_have_thousands_separators_and_nouns_agree() {
    assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Figures.of(1, "row")).isEqualTo("1 row");
    assertThat(Figures.of(0, "query")).isEqualTo("0 queries");
    assertThat(Figures.of(2, "day")).isEqualTo("2 days");
  }

  @Test
  void shares_are_exact_and_nothing_of_nothing_is_a_dash() {
    assertThat(Figures.share(1, 3)).isEqualTo("33.3 %");
    assertThat(Figures.share(0, 0)).isEqualTo("–");
  }

  @Test
  void sizes_and_times_are_short() {
    assertThat(Figures.bytes(512)).isEqualTo("512 B");
    assertThat(Figures.bytes(10_000_000)).isEqualTo("9.5 MB");
    assertThat(Figures.time(Duration.ofMillis(420))).isEqualTo("0.4 s");
    assertThat(Figures.time(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
  }
}
