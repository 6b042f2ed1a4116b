package dev.footfall.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RememberedValuesTest {
  private static final Subject AMERICAN = new Subject("us", "", LocalDate.EPOCH);
  private static final Subject GERMAN = new Subject("de", "", LocalDate.EPOCH);

  @Property(tries = 100)
  void what_is_known_is_what_was_learnt_of_that_value_and_that_subject(
      @ForAll @Size(max = 3000) List<@IntRange(max = 900) Integer> values) {
    RememberedValues remembered = new RememberedValues();
    Map<String, byte[]> learnt = new HashMap<>();
    for (int number : values) {
      Subject subject = number % 2 == 0 ? AMERICAN : GERMAN;
      String raw = "value " + number / 2;
      if (remembered.knows(Text.of(raw), subject)) {
        byte[] expected = learnt.get(raw + subject.country());
        assertThat(remembered.value()).isEqualTo(expected);
        assertThat(remembered.isRefused()).isEqualTo(expected.length == 0);
      } else {
        byte[] became = new byte[number % 64];
        remembered.learn(Text.of(raw), subject, became, became.length);
        learnt.put(raw + subject.country(), became);
      }
    }
  }

  @Test
  void the_last_value_is_known() {
    RememberedValues remembered = new RememberedValues();
    Text raw = Text.of("Mary");

    assertThat(remembered.knows(raw, AMERICAN)).isFalse();
    remembered.learn(raw, AMERICAN, Text.utf8("mary"), 4);

    assertThat(remembered.knows(raw, AMERICAN)).isTrue();
    assertThat(remembered.value()).asString().isEqualTo("mary");
    assertThat(remembered.knows(raw, GERMAN)).isFalse();
  }

  @Test
  void values_that_do_not_come_again_are_looked_for_no_longer() {
    RememberedValues remembered = new RememberedValues();
    for (int i = 0; i < 10_000; i++) {
      Text raw = Text.of("shopper" + i + "@example.com");
      assertThat(remembered.knows(raw, AMERICAN)).isFalse();
      remembered.learn(raw, AMERICAN, raw.bytes(), raw.length());
    }

    assertThat(remembered.knows(Text.of("shopper9999@example.com"), AMERICAN)).isFalse();
  }

  @Test
  void long_values_are_not_held() {
    RememberedValues remembered = new RememberedValues();
    Text raw = Text.of("x".repeat(65));

    assertThat(remembered.knows(raw, AMERICAN)).isFalse();
    remembered.learn(raw, AMERICAN, Text.utf8("x"), 1);

    assertThat(remembered.knows(raw, AMERICAN)).isFalse();
  }
}
