package dev.footfall.store.postgres;

import static dev.footfall.store.ledger.Entries.entries;
import static dev.footfall.store.ledger.Entries.key;
import static dev.footfall.store.ledger.Entries.keys;
import static dev.footfall.store.ledger.Entries.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.LeaseLost;
import dev.footfall.core.ledger.LedgerBusy;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two machines, one ledger: who may send, and what a machine that was paused may still do. */
class LeaseTest {
  private static final String SCOPE = "meta 123 api";

  private final PostgresPlace place = TestPostgres.place();
  private final PostgresDatabase here = PostgresDatabase.open(place);
  private final PostgresDatabase there = PostgresDatabase.open(place);

  @AfterEach
  void disconnect() {
    here.close();
    there.close();
  }

  private PostgresLedgerRun paused(int run) {
    return TestLeases.ledger(here, TestLeases.ENDS_AT_ONCE).hold(SCOPE, run);
  }

  private LedgerRun successor(int run) {
    return TestLeases.ledger(there, LeaseTerms.defaults()).begin(SCOPE, run);
  }

  @Test
  void a_paused_run_that_wakes_up_after_a_takeover_may_not_claim() {
    try (LedgerRun slept = paused(1)) {
      slept.reserve(keys(0, 3));
      try (LedgerRun successor = successor(2)) {
        assertThatThrownBy(() -> slept.claim(entries(1, 0, 3)))
            .isInstanceOf(LeaseLost.class)
            .hasMessageStartingWith("LEASE_LOST: another run has taken over sending to " + SCOPE)
            .hasMessageContaining("nothing more was sent");
        assertThat(states(successor.reserve(keys(0, 3)))).containsOnly(KeyState.NEW);
        successor.settle(
            successor.claim(entries(2, 0, 3)), Collections.nCopies(3, Settlement.DELIVERED));
      }
    }
    try (LedgerRun later = successor(3)) {
      assertThat(states(later.reserve(keys(0, 3)))).containsOnly(KeyState.DELIVERED);
    }
  }

  @Test
  void what_a_paused_run_had_claimed_is_unknown_to_its_successor_and_cannot_be_settled_any_more() {
    try (LedgerRun slept = paused(1)) {
      long claim = slept.claim(entries(1, 0, 2));
      try (LedgerRun successor = successor(2)) {
        assertThat(states(successor.reserve(keys(0, 2)))).containsOnly(KeyState.UNKNOWN);
        assertThatThrownBy(
                () -> slept.settle(claim, List.of(Settlement.RELEASED, Settlement.RELEASED)))
            .isInstanceOf(LeaseLost.class);
      }
    }
    assertThat(TestLeases.ledger(there, LeaseTerms.defaults()).unknown(SCOPE)).hasSize(2);
  }

  @Test
  void a_run_that_lost_its_scope_does_not_take_it_from_its_successor_when_it_ends() {
    LedgerRun slept = paused(1);
    try (LedgerRun successor = successor(2)) {
      slept.close();
      assertThatThrownBy(() -> successor(3)).isInstanceOf(LedgerBusy.class);
      successor.settle(successor.claim(entries(2, 0, 1)), List.of(Settlement.DELIVERED));
    }
  }

  @Test
  void a_paused_run_that_nobody_took_over_goes_on() {
    try (LedgerRun slept = paused(1)) { // its term has ended
      slept.settle(slept.claim(entries(1, 0, 1)), List.of(Settlement.DELIVERED));
    }
    try (LedgerRun later = successor(2)) {
      assertThat(states(later.reserve(keys(0, 1)))).containsExactly(KeyState.DELIVERED);
    }
  }

  @Test
  void a_run_that_is_at_work_renews_its_term() {
    LeaseTerms often = new LeaseTerms(Duration.ofMinutes(1), Duration.ofMillis(5));
    try (LedgerRun run = TestLeases.ledger(here, often).begin(SCOPE, 1)) {
      String first = term();
      assertThat(states(run.reserve(keys(0, 1)))).containsExactly(KeyState.NEW);
      while (term().equals(first)) {
        Thread.onSpinWait();
      }
    }
    assertThat(term()).isEqualTo("-infinity");
  }

  private String term() {
    return there
        .query(row -> row.getString(1), "SELECT lease_ends FROM ledger_scope WHERE name = ?", SCOPE)
        .get(0);
  }

  @Test
  void a_busy_scope_names_its_holder_and_how_long_a_dead_one_may_keep_it() {
    try (LedgerRun run = successor(1)) {
      assertThat(states(run.reserve(keys(0, 1)))).containsExactly(KeyState.NEW);
      assertThatThrownBy(() -> TestLeases.ledger(here, LeaseTerms.defaults()).begin(SCOPE, 2))
          .isInstanceOf(LedgerBusy.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid() + " on ")
          .hasMessageMatching(".*its hold ends in [56][0-9] s");
    }
  }

  @Test
  void a_run_that_was_killed_leaves_its_claims_unknown_and_its_settlements_settled() {
    PostgresLedgerRun killed = paused(1);
    killed.settle(
        killed.claim(entries(1, 0, 3)),
        List.of(Settlement.DELIVERED, Settlement.RELEASED, Settlement.UNKNOWN));
    killed.claim(entries(1, 3, 4));
    killed.die();
    try (LedgerRun next = successor(2)) {
      assertThat(states(next.reserve(keys(0, 5))))
          .containsExactly(
              KeyState.DELIVERED, KeyState.NEW, KeyState.UNKNOWN, KeyState.UNKNOWN, KeyState.NEW);
    }
  }

  @Test
  void a_claim_whose_answer_was_lost_with_its_connection_is_claimed_once() {
    try (LedgerRun run = successor(1)) {
      run.reserve(keys(0, 2));
      here.query(
          row -> row.getBoolean(1),
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
              + " AND application_name = 'footfall'");
      long claim = run.claim(entries(1, 0, 2));
      run.settle(claim, List.of(Settlement.DELIVERED, Settlement.DELIVERED));
    }
    try (LedgerRun later = successor(2)) {
      assertThat(states(later.reserve(keys(0, 2)))).containsOnly(KeyState.DELIVERED);
    }
  }

  @Test
  void settled_keys_leave_memory_and_are_still_duplicates() {
    try (PostgresLedgerRun run = paused(1)) {
      for (int from = 0; from < 5_000; from += 1_000) {
        run.reserve(keys(from, from + 1_000));
        long claim = run.claim(entries(1, from, from + 1_000));
        assertThat(run.keysInMemory()).isEqualTo(1_000);
        run.settle(claim, Collections.nCopies(1_000, Settlement.DELIVERED));
      }
      assertThat(run.keysInMemory()).isZero();
      assertThat(states(run.reserve(keys(0, 5_000)))).containsOnly(KeyState.DUPLICATE);
    }
  }

  @Test
  void lines_older_than_the_retention_are_purged_when_a_run_ends() {
    try (LedgerRun run = successor(1)) {
      run.settle(run.claim(entries(1, 0, 50)), Collections.nCopies(50, Settlement.DELIVERED));
    }
    Instant later = TestLeases.NOW.plus(Duration.ofDays(91));
    TestLeases.ledger(here, LeaseTerms.defaults(), later).begin(SCOPE, 2).close();
    assertThat(TestLeases.ledger(here, LeaseTerms.defaults()).find(SCOPE, key(0))).isEmpty();
    assertThat(here.query(row -> row.getInt(1), "SELECT count(*) FROM ledger_line").get(0))
        .isZero();
  }
}
