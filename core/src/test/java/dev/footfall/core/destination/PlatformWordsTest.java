package dev.footfall.core.destination;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformWordsTest {
  @Test
  void addresses_and_phone_numbers_are_masked() {
    assertThat(PlatformWords.of("user jane@example.org, phone +1 206 555 0123 is bad"))
        .isEqualTo("user *** phone *** is bad");
  }

  @Test
  void hashes_are_masked_so_that_nobody_can_test_a_guess() {
    assertThat(PlatformWords.of("em '" + "8d969eef6ecad3c2".repeat(4) + "' matches nobody"))
        .isEqualTo("em '***' matches nobody");
    assertThat(PlatformWords.of("em " + "ABCDEF0123456789".repeat(2))).isEqualTo("em ***");
  }

  @Test
  void words_stay_on_one_short_line() {
    assertThat(PlatformWords.of(" a\r\n\tb ")).isEqualTo("a b");
    assertThat(PlatformWords.of("x".repeat(100_000))).hasSize(301).endsWith("…");
  }

  @Test
  void places_and_codes_stay_readable() {
    String words = "Data.1.properties.contents.0.content_id: Not a valid string (40002)";

    assertThat(PlatformWords.of(words)).isEqualTo(words);
  }
}
