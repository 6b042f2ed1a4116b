package dev.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.LedgerBusy;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.Quarantine;
import dev.footfall.core.run.Quarantined;
import dev.footfall.core.run.RowFate;
import dev.footfall.core.run.RunLog;
import dev.footfall.core.run.RunStart;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store promises of what it forgets, by age or when it is told to. */
public abstract class RetentionContract {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String SCOPE = "meta-stores\n123\napi";
  private static final String OTHER = "tiktok-stores\n9\napi";

  /** Opens the same store, at a time. */
  protected abstract Store open(StoreSettings settings, Clock clock) throws IOException;

  private Store at(Instant now) throws IOException {
    StoreSettings settings = StoreSettings.keeping(Duration.ofDays(30), Duration.ofDays(100));
    return open(settings, Clock.fixed(now, ZoneOffset.UTC));
  }

  /** Days go by on which the store is used now and then. */
  protected static void pass(Opening store, Instant from, Instant to) throws IOException {
    for (Instant at = from; at.isBefore(to); at = at.plus(Duration.ofDays(30))) {
      try (Store used = store.at(at)) {
        used.tidy();
      }
    }
  }

  /** Opens a store at a time. */
  @FunctionalInterface
  protected interface Opening {
    /** Opens it. */
    Store at(Instant now) throws IOException;
  }

  private static Instant day(int day) {
    return NOON.plus(Duration.ofDays(day));
  }

  private static LedgerKey key(int number) {
    return new LedgerKey(0x1234_5678_9abc_def0L * (number + 1), ~(long) number);
  }

  private static void deliver(Store store, String scope, Instant when, int from, int to) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (int i = from; i < to; i++) {
      entries.add(new LedgerEntry(key(i), 1, 2, 3, 4, when.getEpochSecond(), 1));
    }
    try (LedgerRun run = store.ledger().begin(scope, 1)) {
      run.settle(run.claim(entries), Collections.nCopies(to - from, Settlement.DELIVERED));
    }
  }

  private static int run(Store store, String name, String orchestration, Instant when) {
    return store
        .runs()
        .start(new RunStart(name, orchestration, "meta-stores", "123", when))
        .number();
  }

  private static OutcomeLine line(int run, int order) {
    return new OutcomeLine(run, key(order), "rejected", "BAD_EMAIL", "email", "", 1);
  }

  @Test
  void runs_go_with_all_that_was_noted_of_them_when_they_are_too_old() throws IOException {
    try (Store store = at(day(31))) {
      int old = run(store, "old", "stores", day(0));
      int recent = run(store, "recent", "stores", day(2));
      store.outcomes().record(List.of(line(old, 1), line(recent, 2)));
      store.notes().write(RunLog.notes(old), "settled", "yes");
      store.notes().write(RunLog.notes(recent), "settled", "no");

      assertThat(store.tidy()).isTrue();

      assertThat(store.runs().latest(9))
          .extracting(run -> run.start().id())
          .containsExactly("recent");
      assertThat(store.outcomes().ofOrder(key(1))).isEmpty();
      assertThat(store.outcomes().ofOrder(key(2))).hasSize(1);
      assertThat(store.notes().read(RunLog.notes(old), "settled")).isEmpty();
      assertThat(store.notes().read(RunLog.notes(recent), "settled")).contains("no");
    }
  }

  private static Quarantined entry(int order, Instant seen, Instant until) {
    Quarantined.Sighting sighting = new Quarantined.Sighting(1, seen.getEpochSecond());
    return new Quarantined(
        new Quarantined.Place(SCOPE, "stores"),
        key(order),
        new Quarantined.Cause(RowFate.REJECTED, "BAD_EMAIL", "", "email"),
        1,
        sighting,
        sighting,
        0,
        until.getEpochSecond());
  }

  @Test
  void the_quarantine_lets_go_of_what_is_too_old_to_send_and_of_what_no_run_sees_any_more()
      throws IOException {
    try (Store store = at(day(31))) {
      store
          .quarantine()
          .record(
              List.of(
                  entry(1, day(20), day(30)),
                  entry(2, day(0), day(400)),
                  entry(3, day(20), day(400))));
      assertThat(store.tidy()).isTrue();
      assertThat(store.quarantine().list(Quarantine.Wanted.ALL, 9))
          .extracting(Quarantined::name)
          .containsExactly(key(3));
    }
  }

  @Test
  void a_day_is_tidied_once() throws IOException {
    try (Store store = at(day(40))) {
      assertThat(store.tidy()).isTrue();
      run(store, "old", "stores", day(0));
      assertThat(store.tidy()).isFalse();
      assertThat(store.runs().latest(9)).hasSize(1);
    }
    try (Store store = at(day(41))) {
      assertThat(store.tidy()).isTrue();
      assertThat(store.runs().latest(9)).isEmpty();
    }
  }

  @Test
  void the_ledger_drops_what_is_too_old_also_where_nobody_sends_any_more() throws IOException {
    try (Store store = at(day(0))) {
      deliver(store, SCOPE, day(0), 0, 10);
      deliver(store, OTHER, day(0), 0, 10);
    }
    pass(this::at, day(0), day(99));
    try (Store store = at(day(99))) {
      assertThat(store.tidy()).isTrue();
      assertThat(store.ledger().find(SCOPE, key(3))).isPresent();
    }
    try (Store store = at(day(102))) {
      assertThat(store.tidy()).isTrue();
      assertThat(store.ledger().find(SCOPE, key(3))).isEmpty();
      assertThat(store.ledger().find(OTHER, key(3))).isEmpty();
    }
  }

  @Test
  void a_clock_that_was_set_years_ahead_makes_nothing_old_and_is_mended_by_setting_it_back()
      throws IOException {
    try (Store store = at(day(0))) {
      deliver(store, SCOPE, day(0), 0, 10);
      run(store, "old", "stores", day(0));
      store.holds().add(Set.of(key(1)), day(90));
      assertThat(store.tidy()).isTrue();
      assertThat(store.clockBelievedFrom()).isEmpty();
    }
    try (Store store = at(day(800))) {
      deliver(store, SCOPE, day(800), 20, 30);
      store.tidy();
      assertThat(store.held()).contains(key(1));
      assertThat(store.clockBelievedFrom()).contains(day(835));
    }
    try (Store store = at(day(20))) {
      assertThat(store.ledger().find(SCOPE, key(3))).isPresent();
      assertThat(store.runs().latest(9)).hasSize(1);
      assertThat(store.tidy()).isTrue();
      assertThat(store.clockBelievedFrom()).isEmpty();
    }
  }

  @Test
  void a_clock_that_says_the_same_for_35_days_is_believed_after_a_long_rest() throws IOException {
    try (Store store = at(day(0))) {
      deliver(store, SCOPE, day(0), 0, 10);
      assertThat(store.tidy()).isTrue();
    }
    for (int day : List.of(200, 215, 234)) {
      try (Store store = at(day(day))) {
        store.tidy();
        assertThat(store.clockBelievedFrom()).contains(day(235));
        assertThat(store.ledger().find(SCOPE, key(3))).isPresent();
      }
    }
    try (Store store = at(day(236))) {
      assertThat(store.tidy()).isTrue();
      assertThat(store.clockBelievedFrom()).isEmpty();
      assertThat(store.ledger().find(SCOPE, key(3))).isEmpty();
    }
  }

  @Test
  void a_scope_that_is_being_sent_to_is_left_to_its_run() throws IOException {
    try (Store store = at(day(0))) {
      deliver(store, SCOPE, day(0), 0, 10);
      deliver(store, OTHER, day(0), 0, 10);
    }
    pass(this::at, day(0), day(99));
    try (Store store = at(day(110));
        LedgerRun running = store.ledger().begin(SCOPE, 2)) {
      assertThat(store.tidy()).isTrue();
      assertThat(store.ledger().find(OTHER, key(3))).isEmpty();
      assertThat(running.reserve(List.of(key(3))).get(0).state()).isEqualTo(KeyState.DELIVERED);
    }
    try (Store store = at(day(111))) {
      assertThat(store.ledger().find(SCOPE, key(3))).isEmpty();
    }
  }

  @Test
  void chosen_lines_of_the_ledger_are_forgotten_and_no_others() throws IOException {
    try (Store store = at(day(0))) {
      deliver(store, SCOPE, day(0), 0, 2000);
      deliver(store, SCOPE, day(0), 2000, 2010);
      deliver(store, OTHER, day(0), 0, 10);
      Set<LedgerKey> gone = Set.of(key(3), key(1999), key(2001), key(9999));
      assertThat(store.ledger().forget(SCOPE, gone)).isEqualTo(3);
      assertThat(store.ledger().forget(SCOPE, gone)).isZero();
      assertThat(store.ledger().forget("nobody sent there", gone)).isZero();
      assertThat(store.ledger().find(OTHER, key(3))).isPresent();
    }
    try (Store store = at(day(0));
        LedgerRun run = store.ledger().begin(SCOPE, 3)) {
      for (int i = 0; i < 2010; i++) {
        boolean isGone = i == 3 || i == 1999 || i == 2001;
        assertThat(run.reserve(List.of(key(i))).get(0).state())
            .isEqualTo(isGone ? KeyState.NEW : KeyState.DELIVERED);
      }
    }
  }

  @Test
  void lines_of_unknown_outcome_and_of_a_dead_run_are_forgotten_too() throws IOException {
    try (Store store = at(day(0))) {
      LedgerEntry entry = new LedgerEntry(key(1), 1, 2, 3, 4, NOON.getEpochSecond(), 1);
      LedgerRun run = store.ledger().begin(SCOPE, 1);
      run.settle(run.claim(List.of(entry)), List.of(Settlement.UNKNOWN));
      run.claim(List.of(entry.withKey(key(2))));
      run.close();
      assertThat(store.ledger().unknown(SCOPE)).hasSize(2);
      assertThat(store.ledger().forget(SCOPE, Set.of(key(1), key(2)))).isEqualTo(2);
      assertThat(store.ledger().unknown(SCOPE)).isEmpty();
    }
  }

  @Test
  void nothing_is_forgotten_while_a_run_sends_to_the_scope() throws IOException {
    try (Store store = at(day(0))) {
      deliver(store, SCOPE, day(0), 0, 10);
      try (LedgerRun run = store.ledger().begin(SCOPE, 2)) {
        assertThatThrownBy(() -> store.ledger().forget(SCOPE, Set.of(key(1))))
            .isInstanceOf(LedgerBusy.class);
        assertThat(run.reserve(List.of(key(1))).get(0).state()).isEqualTo(KeyState.DELIVERED);
      }
    }
  }

  @Test
  void outcomes_of_an_order_are_counted_by_orchestration_and_forgotten() throws IOException {
    try (Store store = at(day(0))) {
      int stores = run(store, "r-1", "stores", NOON);
      int web = run(store, "r-2", "web", NOON);
      store.outcomes().record(List.of(line(stores, 1), line(stores, 1), line(web, 1)));
      store.outcomes().record(List.of(line(web, 2)));
      assertThat(store.outcomes().count(Set.of(key(1), key(7))))
          .containsEntry("stores", 2)
          .containsEntry("web", 1)
          .hasSize(2);
      store.outcomes().forget(Set.of(key(1), key(7)));
      assertThat(store.outcomes().count(Set.of(key(1)))).isEmpty();
      assertThat(store.outcomes().ofRun(web, 9)).containsExactly(line(web, 2));
    }
  }

  @Test
  void holds_last_until_their_end_and_are_never_shortened() throws IOException {
    try (Store store = at(day(0))) {
      assertThat(store.holds().at(NOON)).isEmpty();
      store.holds().add(Set.of(key(1), key(2)), day(10));
      store.holds().add(Set.of(key(2), key(3)), day(20));
      store.holds().add(Set.of(key(3)), day(15));
      assertThat(store.holds().at(day(9))).containsExactlyInAnyOrder(key(1), key(2), key(3));
      assertThat(store.holds().at(day(10))).containsExactlyInAnyOrder(key(2), key(3));
      assertThat(store.holds().at(day(20))).isEmpty();
    }
    try (Store store = at(day(12))) {
      assertThat(store.tidy()).isTrue();
      assertThat(store.holds().at(day(0))).containsExactlyInAnyOrder(key(2), key(3));
    }
  }
}
