package dev.footfall.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {" x ", "\u00A0x\u200B", "\uFEFFx\u2060", "\t\nx\r", "\u3000x\u2003", "\u200Dx"})
  void white_space_of_every_kind_is_trimmed(String text) {
    assertThat(Text.of(text).trim().decode()).isEqualTo("x");
  }

  @Test
  void letters_beside_white_space_stay() {
    assertThat(Text.of(" é東 京ß ").trim().decode()).isEqualTo("é東 京ß");
  }

  @Test
  void a_lone_surrogate_is_unreadable_not_a_question_mark() {
    assertThat(Text.of("a\uD800b").decode()).isEqualTo("a\uFFFDb");
    assertThat(Text.of("\uD83D\uDE00").decode()).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void it_does_not_print_itself() {
    assertThat(Text.of("jane@example.com").toString()).doesNotContain("jane");
  }
}
