package dev.footfall.sandbox.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org",
        "mail to ada.lovelace+vip@mail.example.co.uk please",
        "https://x.example/?e=ada%40example.org",
        "jos\u00e9@correo.es",
        "+16505551212",
        "+44 (0)20 7946 0958",
        "(650) 555-1212",
        "1-650-555-1212",
        "650.555.1212",
        "tel:+1-206-555-0123"
      })
  void is_recognised(String text) {
    assertThat(PersonalData.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ORD-1001",
        "1234567890",
        "0123456789012",
        "114-1234567-1234567",
        "2026-11-20",
        "2026-11-20T18:05:00Z",
        "203.0.113.7",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
        "Tee @ home",
        "https://maps.example/@47.6,-122.3",
        "aece52e7-03ee-455a-b3c4-e57283966239",
        "25 % off",
        "7654321098765432109",
        "fb.1.1554763741205.1098115397",
        ""
      })
  void is_not_seen_where_there_is_none(String text) {
    assertThat(PersonalData.in(text)).isFalse();
  }
}
