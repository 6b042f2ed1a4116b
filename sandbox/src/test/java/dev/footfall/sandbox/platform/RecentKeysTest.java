package dev.footfall.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RecentKeysTest {
  @Property(tries = 200)
  void behaves_like_a_set_within_the_window(
      @ForAll List<@LongRange(min = 1, max = 3000) Long> sent) {
    RecentKeys keys = new RecentKeys(Duration.ofDays(7));
    Set<Long> known = new HashSet<>();
    for (long key : sent) {
      assertThat(keys.add(key * 0x9e3779b97f4a7c15L, 1_795_000_000)).isEqualTo(known.add(key));
    }
  }

  @Test
  void a_million_keys_are_all_known_afterwards() {
    RecentKeys keys = new RecentKeys(Duration.ofDays(7));
    for (long key = 1; key <= 1_000_000; key++) {
      assertThat(keys.add(key << 20, 1_795_000_000)).isTrue();
    }
    for (long key = 1; key <= 1_000_000; key++) {
      assertThat(keys.add(key << 20, 1_795_000_000)).isFalse();
    }
  }

  @Test
  void keys_are_new_again_after_the_window() {
    RecentKeys keys = new RecentKeys(Duration.ofSeconds(10));
    assertThat(keys.add(7, 100)).isTrue();
    assertThat(keys.add(7, 110)).isFalse();
    assertThat(keys.add(7, 111)).isTrue();
    assertThat(keys.add(7, 121)).isFalse();
  }
}
