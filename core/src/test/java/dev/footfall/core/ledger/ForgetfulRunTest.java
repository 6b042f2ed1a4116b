package dev.footfall.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Runs that keep no ledger. */
class ForgetfulRunTest {
  private static final int MANY = 200_000;
  private final ForgetfulRun run = new ForgetfulRun();

  private static List<LedgerKey> keys(long from, long to) {
    return LongStream.range(from, to).mapToObj(i -> new LedgerKey(i * 31, -i)).toList();
  }

  private List<Known> reserved(long from, long to) {
    return run.reserve(keys(from, to));
  }

  private static LedgerEntry entry(LedgerKey key) {
    return new LedgerEntry(key, 1, 2, 3, 4, 5, 1);
  }

  @Test
  void each_key_is_new_once_also_within_a_block_and_however_many_there_are() {
    assertThat(reserved(0, MANY)).containsOnly(Known.NEW);
    assertThat(reserved(0, MANY)).containsOnly(Known.DUPLICATE);
    LedgerKey key = new LedgerKey(7, 7);
    assertThat(run.reserve(List.of(key, key))).containsExactly(Known.NEW, Known.DUPLICATE);
  }

  @Test
  void the_key_of_zeros_is_one_like_others() {
    assertThat(reserved(0, 1)).containsExactly(Known.NEW);
    assertThat(reserved(0, 1)).containsExactly(Known.DUPLICATE);
  }

  @Test
  void what_is_released_may_come_again_but_not_what_was_claimed() {
    reserved(0, MANY);
    keys(0, 100).forEach(run::release);
    List<LedgerEntry> claimed = keys(100, 200).stream().map(ForgetfulRunTest::entry).toList();
    long claim = run.claim(claimed);
    keys(100, 200).forEach(run::release);
    run.settle(claim, Collections.nCopies(100, Settlement.RELEASED));

    assertThat(reserved(0, 100)).containsOnly(Known.NEW);
    assertThat(reserved(100, 200)).containsOnly(Known.DUPLICATE);
    assertThat(reserved(200, MANY)).containsOnly(Known.DUPLICATE);
  }

  @Test
  void what_was_claimed_without_a_reservation_is_known_too() {
    assertThat(run.claim(List.of(entry(new LedgerKey(1, 2))))).isNotEqualTo(run.claim(List.of()));
    assertThat(run.reserve(List.of(new LedgerKey(1, 2)))).containsExactly(Known.DUPLICATE);
    run.release(new LedgerKey(5, 5));
    assertThat(run.reserve(List.of(new LedgerKey(5, 5)))).containsExactly(Known.NEW);
  }
}
