package dev.footfall.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a line of the ledger counts as claimed. */
class LedgerEntryTest {
  private static final long NOON = 1_795_262_400L;

  private static long claimed(long eventTime, long second) {
    return new LedgerEntry(new LedgerKey(1, 2), 3, 4, 5, eventTime, 0, 6)
        .claimed(second)
        .claimedAt();
  }

  @Test
  void it_is_claimed_when_the_clock_says() {
    assertThat(claimed(NOON - 100, NOON)).isEqualTo(NOON);
    assertThat(claimed(0, NOON)).isEqualTo(NOON);
  }

  @Test
  void it_is_claimed_no_sooner_than_its_event_happened_however_far_the_clock_is_behind() {
    assertThat(claimed(NOON, NOON - 1_000_000_000L)).isEqualTo(NOON);
  }

  @Test
  void a_time_that_no_event_has_does_not_count() {
    assertThat(claimed(Long.MAX_VALUE, NOON)).isEqualTo(NOON);
  }
}
