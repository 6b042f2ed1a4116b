package dev.footfall.store.ledger;

import static dev.footfall.store.ledger.Entries.entries;
import static dev.footfall.store.ledger.Entries.entry;
import static dev.footfall.store.ledger.Entries.key;
import static dev.footfall.store.ledger.Entries.keys;
import static dev.footfall.store.ledger.Entries.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerBusy;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every ledger promises; a store joins by saying how it is opened. */
public abstract class LedgerContract extends HoldContract {
  @Test
  void a_key_never_seen_is_new() {
    assertThat(reserved(1, 0, 3)).containsOnly(KeyState.NEW);
  }

  @Test
  void unknown_lines_are_listed_until_an_operator_settles_them() {
    deliver(1, 0, 5, Settlement.DELIVERED);
    deliver(2, 5, 10, Settlement.UNKNOWN);
    deliver(3, 10, 12, Settlement.UNKNOWN);
    reopen();
    assertThat(ledger.unknown(SCOPE))
        .hasSize(7)
        .filteredOn(entry -> entry.runNumber() == 2)
        .hasSize(5);

    settle(2, Settlement.DELIVERED);
    settle(3, Settlement.RELEASED);
    reopen();
    assertThat(ledger.unknown(SCOPE)).isEmpty();
    assertThat(reserved(4, 0, 10)).containsOnly(KeyState.DELIVERED);
    assertThat(reserved(5, 10, 12)).containsOnly(KeyState.NEW);
    assertThat(ledger.unknown("another scope")).isEmpty();
  }

  private void settle(int run, Settlement settlement) {
    List<LedgerEntry> mine =
        ledger.unknown(SCOPE).stream().filter(entry -> entry.runNumber() == run).toList();
    try (LedgerRun held = ledger.begin(SCOPE, run)) {
      held.settle(held.claim(mine), Collections.nCopies(mine.size(), settlement));
    }
  }

  @Test
  void a_settlement_that_a_crash_cut_short_leaves_the_events_unknown() {
    deliver(1, 0, 3, Settlement.UNKNOWN);
    try (LedgerRun held = ledger.begin(SCOPE, 1)) {
      held.claim(ledger.unknown(SCOPE)); // no settlement follows
    }
    reopen();
    assertThat(ledger.unknown(SCOPE)).hasSize(3);
  }

  @Test
  void a_key_twice_in_one_block_is_a_duplicate() {
    try (LedgerRun run = ledger.begin(SCOPE, 1)) {
      assertThat(states(run.reserve(List.of(key(1), key(2), key(1)))))
          .containsExactly(KeyState.NEW, KeyState.NEW, KeyState.DUPLICATE);
    }
  }

  @Test
  void a_reservation_ends_with_its_run() {
    assertThat(reserved(1, 0, 2)).containsOnly(KeyState.NEW);
    assertThat(reserved(2, 0, 2)).containsOnly(KeyState.NEW);
  }

  @Test
  void a_released_reservation_may_be_brought_again() {
    try (LedgerRun run = ledger.begin(SCOPE, 1)) {
      run.reserve(keys(0, 3));
      run.release(key(1));
      assertThat(states(run.reserve(keys(0, 3))))
          .containsExactly(KeyState.DUPLICATE, KeyState.NEW, KeyState.DUPLICATE);
    }
  }

  @Test
  void a_delivered_key_is_known_to_later_runs_with_its_line() {
    deliver(7, 0, 3, Settlement.DELIVERED);
    reopen();
    try (LedgerRun run = ledger.begin(SCOPE, 8)) {
      assertThat(run.reserve(List.of(key(1))))
          .containsExactly(new Known(KeyState.DELIVERED, Optional.of(entry(7, 1))));
    }
  }

  @Test
  void a_key_that_was_sent_in_this_run_is_a_duplicate_whatever_became_of_it() {
    try (LedgerRun run = ledger.begin(SCOPE, 1)) {
      run.reserve(keys(0, 3));
      long claim = run.claim(entries(1, 0, 3));
      assertThat(states(run.reserve(keys(0, 3)))).containsOnly(KeyState.DUPLICATE);
      run.settle(claim, List.of(Settlement.DELIVERED, Settlement.UNKNOWN, Settlement.RELEASED));
      assertThat(states(run.reserve(keys(0, 3)))).containsOnly(KeyState.DUPLICATE);
    }
  }

  @Test
  void a_claim_that_was_never_settled_is_unknown_with_its_line() {
    try (LedgerRun run = ledger.begin(SCOPE, 3)) {
      run.reserve(keys(0, 2));
      run.claim(entries(3, 0, 2));
    }
    reopen();
    try (LedgerRun run = ledger.begin(SCOPE, 4)) {
      assertThat(run.reserve(List.of(key(0))))
          .containsExactly(new Known(KeyState.UNKNOWN, Optional.of(entry(3, 0))));
    }
  }

  @Test
  void an_unknown_key_is_reserved_and_stays_unknown_when_left() {
    deliver(1, 0, 1, Settlement.UNKNOWN);
    try (LedgerRun run = ledger.begin(SCOPE, 2)) {
      assertThat(states(run.reserve(List.of(key(0), key(0)))))
          .containsExactly(KeyState.UNKNOWN, KeyState.DUPLICATE);
    }
    assertThat(reserved(3, 0, 1)).containsExactly(KeyState.UNKNOWN);
  }

  @Test
  void a_released_unknown_key_is_told_unknown_again() {
    deliver(1, 0, 1, Settlement.UNKNOWN);
    try (LedgerRun run = ledger.begin(SCOPE, 2)) {
      run.reserve(keys(0, 1));
      run.release(key(0));
      assertThat(states(run.reserve(keys(0, 1)))).containsExactly(KeyState.UNKNOWN);
    }
  }

  @Test
  void a_second_claim_settles_an_unknown_key() {
    deliver(1, 0, 2, Settlement.UNKNOWN);
    deliver(2, 0, 2, Settlement.DELIVERED);
    assertThat(ledger.find(SCOPE, key(1)))
        .contains(new Known(KeyState.DELIVERED, Optional.of(entry(2, 1))));
  }

  @Test
  void a_key_that_was_not_accepted_is_new_to_the_next_run() {
    deliver(1, 0, 2, Settlement.RELEASED);
    assertThat(reserved(2, 0, 2)).containsOnly(KeyState.NEW);
  }

  @Test
  void an_unknown_key_that_was_then_refused_is_new_to_the_next_run() {
    deliver(1, 0, 2, Settlement.UNKNOWN);
    deliver(2, 0, 2, Settlement.RELEASED);
    assertThat(reserved(3, 0, 2)).containsOnly(KeyState.NEW);
    assertThat(ledger.find(SCOPE, key(0))).isEmpty();
  }

  @Test
  void changed_content_that_was_refused_leaves_the_former_delivery() {
    deliver(1, 0, 1, Settlement.DELIVERED);
    deliver(2, 0, 1, Settlement.RELEASED);
    assertThat(ledger.find(SCOPE, key(0)))
        .contains(new Known(KeyState.DELIVERED, Optional.of(entry(1, 0))));
  }

  @Test
  void changed_content_that_was_accepted_replaces_the_line() {
    deliver(1, 0, 1, Settlement.DELIVERED);
    deliver(2, 0, 1, Settlement.DELIVERED);
    assertThat(ledger.find(SCOPE, key(0)))
        .contains(new Known(KeyState.DELIVERED, Optional.of(entry(2, 0))));
  }

  @Test
  void scopes_do_not_meet() {
    deliver(1, 0, 2, Settlement.DELIVERED);
    try (LedgerRun run = ledger.begin("meta 123 file", 2)) {
      assertThat(states(run.reserve(keys(0, 2)))).containsOnly(KeyState.NEW);
    }
  }

  @Test
  void only_one_run_holds_a_scope() {
    try (LedgerRun held = ledger.begin(SCOPE, 1)) {
      assertThat(states(held.reserve(keys(0, 1)))).containsExactly(KeyState.NEW);
      assertThatThrownBy(() -> ledger.begin(SCOPE, 2))
          .isInstanceOf(LedgerBusy.class)
          .hasMessageContaining(SCOPE)
          .hasMessageContaining("wait");
      ledger.begin("another scope", 2).close();
    }
    ledger.begin(SCOPE, 3).close();
  }

  @Test
  void a_key_can_be_traced_while_a_run_writes() {
    deliver(1, 0, 1, Settlement.DELIVERED);
    try (LedgerRun run = ledger.begin(SCOPE, 2)) {
      run.reserve(keys(1, 3));
      run.claim(entries(2, 1, 2));
      assertThat(ledger.find(SCOPE, key(0)).orElseThrow().state()).isEqualTo(KeyState.DELIVERED);
      assertThat(ledger.find(SCOPE, key(1)).orElseThrow().state()).isEqualTo(KeyState.UNKNOWN);
      assertThat(ledger.find(SCOPE, key(2))).isEmpty();
    }
  }

  @Test
  void a_scope_that_was_never_used_knows_nothing() {
    assertThat(ledger.find("no such scope", key(0))).isEmpty();
  }

  @Test
  void a_settlement_must_fit_its_claim() {
    try (LedgerRun run = ledger.begin(SCOPE, 1)) {
      run.reserve(keys(0, 2));
      long claim = run.claim(entries(1, 0, 2));
      assertThatThrownBy(() -> run.settle(claim, List.of(Settlement.DELIVERED)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> run.settle(claim + 1, List.of(Settlement.DELIVERED)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void extreme_values_of_a_line_come_back_unchanged() {
    LedgerEntry extreme =
        new LedgerEntry(
            new LedgerKey(-1, Long.MIN_VALUE),
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            -1,
            -62_135_596_800L,
            4_000_000_000L,
            Integer.MAX_VALUE);
    try (LedgerRun run = ledger.begin(SCOPE, Integer.MAX_VALUE)) {
      run.settle(run.claim(List.of(extreme)), List.of(Settlement.DELIVERED));
    }
    assertThat(ledger.find(SCOPE, extreme.key()).orElseThrow().entry()).contains(extreme);
  }

  @Test
  void sending_threads_claim_and_settle_at_once() throws Exception {
    int threads = 4;
    int batches = 25;
    int size = 40;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    try (LedgerRun run = ledger.begin(SCOPE, 1)) {
      List<Future<?>> sent = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int first = t * batches * size;
        sent.add(
            pool.submit(
                () -> {
                  start.await();
                  for (int b = 0; b < batches; b++) {
                    int from = first + b * size;
                    run.reserve(keys(from, from + size));
                    long claim = run.claim(entries(1, from, from + size));
                    run.settle(claim, Collections.nCopies(size, Settlement.DELIVERED));
                  }
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> future : sent) {
        future.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(reserved(2, 0, threads * batches * size)).containsOnly(KeyState.DELIVERED);
  }
}
