package dev.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.credential.Secret;
import dev.footfall.core.credential.StoredTokens;
import dev.footfall.core.delivery.Pace;
import dev.footfall.core.delivery.PaceBook;
import dev.footfall.core.delivery.PaceEntry;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunEnd;
import dev.footfall.core.run.RunStart;
import dev.footfall.core.run.RunTerms;
import dev.footfall.store.ledger.LedgerSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store promises; one joins by saying how it is opened. */
public abstract class StoreContract {
  protected static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** Opens the same store, again and again within one test. */
  protected final Store open() throws IOException {
    return open(StoreSettings.defaults());
  }

  /** Opens the same store, within bounds. */
  protected final Store open(StoreSettings settings) throws IOException {
    return open(settings, Clock.systemUTC());
  }

  /** Opens the same store, within bounds, at a time. */
  protected abstract Store open(StoreSettings settings, Clock clock) throws IOException;

  protected static RunStart start(String id, Instant when) {
    return new RunStart(id, "stores-to-meta", "meta-stores", "123", when);
  }

  private static OutcomeLine line(int run, long order, String code) {
    return new OutcomeLine(run, new LedgerKey(order, ~order), "rejected", code, "email", "", 2);
  }

  @Test
  void runs_are_numbered_from_one_and_listed_the_newest_first() throws IOException {
    try (Store store = open()) {
      assertThat(store.runs().start(start("r-1", NOON)).number()).isEqualTo(1);
      assertThat(store.runs().start(start("r-2", NOON)).number()).isEqualTo(2);
    }
    try (Store store = open()) {
      assertThat(store.runs().latest(10))
          .extracting(run -> run.start().id())
          .containsExactly("r-2", "r-1");
      assertThat(store.runs().latest(1)).hasSize(1);
    }
  }

  @Test
  void a_run_keeps_its_report_and_is_found_by_number_id_or_prefix() throws IOException {
    try (Store store = open()) {
      int number = store.runs().start(start("abc123", NOON)).number();
      store.runs().start(start("abd", NOON));
      store.runs().start(start("abc", NOON));
      RunEnd end = new RunEnd(NOON.plusSeconds(9), "succeeded", "{\"rows\":{}}");
      store.runs().finish(number, end);
      RecordedRun expected = new RecordedRun(1, start("abc123", NOON), Optional.of(end));
      assertThat(store.runs().numbered(number)).contains(expected);
      assertThat(store.runs().find("abc1")).containsExactly(expected);
      assertThat(store.runs().find("ab")).hasSize(3);
      assertThat(store.runs().find("abc")).extracting(RecordedRun::number).containsExactly(3);
      assertThat(store.runs().find("a%")).isEmpty();
      assertThatThrownBy(() -> store.runs().finish(99, end))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_terms_of_a_run_are_kept_and_runs_are_found_by_orchestration() throws IOException {
    RunTerms terms = new RunTerms(NOON.minusSeconds(86_400), true, true, false, "a\nb\nc");
    RunStart mine = new RunStart("mine", "stores-to-meta", "meta-stores", "123", NOON, terms);
    try (Store store = open()) {
      store.runs().start(mine);
      store.runs().start(new RunStart("other", "stores-to-tiktok", "t", "9", NOON));
      store.runs().start(start("later", NOON));
      assertThat(store.runs().latest("stores-to-meta", 9))
          .extracting(run -> run.start().id())
          .containsExactly("later", "mine");
      assertThat(store.runs().latest("stores-to-meta", 1)).hasSize(1);
      assertThat(store.runs().numbered(1)).get().extracting(RecordedRun::start).isEqualTo(mine);
    }
  }

  @Test
  void a_number_is_never_given_twice_even_when_runs_are_forgotten() throws IOException {
    try (Store store = open()) {
      store.runs().start(start("old", NOON.minusSeconds(100)));
      store.outcomes().record(List.of(line(1, 7, "BAD_EMAIL")));
      assertThat(store.runs().forget(NOON)).isEqualTo(1);
      assertThat(store.outcomes().ofRun(1, 10)).isEmpty();
      assertThat(store.runs().start(start("new", NOON)).number()).isEqualTo(2);
    }
  }

  @Test
  void a_run_is_at_work_from_its_first_line_to_its_last_or_until_its_store_is_closed()
      throws IOException {
    try (Store looking = open()) {
      int left;
      try (Store mine = open()) {
        int ended = mine.runs().start(start("r-1", NOON)).number();
        left = mine.runs().start(start("r-2", NOON)).number();
        int others = looking.runs().start(start("r-3", NOON)).number();
        assertThat(looking.runs().isAtWork(ended)).isTrue();
        assertThat(mine.runs().isAtWork(others)).isTrue();
        assertThat(mine.runs().isAtWork(others + 1)).isFalse();
        mine.runs().finish(ended, new RunEnd(NOON, "succeeded", "{}"));
        assertThat(looking.runs().isAtWork(ended)).isFalse();
        assertThat(looking.runs().isAtWork(left)).isTrue();
      }
      assertThat(looking.runs().isAtWork(left)).isFalse();
    }
  }

  @Test
  void outcomes_are_found_by_order_over_all_runs_and_by_run() throws IOException {
    try (Store store = open()) {
      assertThat(store.outcomes().record(List.of(line(1, 7, "A"), line(1, 8, "B")))).isEqualTo(2);
      store.outcomes().record(List.of(line(2, 7, "C")));
      assertThat(store.outcomes().ofOrder(new LedgerKey(7, ~7L)))
          .containsExactly(line(2, 7, "C"), line(1, 7, "A"));
      assertThat(store.outcomes().ofRun(1, 10)).containsExactly(line(1, 7, "A"), line(1, 8, "B"));
      assertThat(store.outcomes().ofRun(1, 1)).hasSize(1);
    }
  }

  @Test
  void a_run_keeps_a_bounded_number_of_outcomes() throws IOException {
    StoreSettings few = new StoreSettings(LedgerSettings.defaults(), 3);
    try (Store store = open(few)) {
      assertThat(store.outcomes().record(List.of(line(1, 1, "A"), line(1, 2, "A")))).isEqualTo(2);
      assertThat(store.outcomes().record(List.of(line(1, 3, "A"), line(1, 4, "A")))).isEqualTo(1);
    }
    try (Store store = open(few)) {
      assertThat(store.outcomes().record(List.of(line(1, 5, "A"), line(2, 6, "A")))).isEqualTo(1);
    }
  }

  @Test
  void notes_and_tokens_are_replaced_and_outlive_the_store() throws IOException {
    StoredTokens first = tokens("first-token", Optional.empty());
    StoredTokens second = tokens("second-token", Optional.of(NOON));
    try (Store store = open()) {
      assertThat(store.notes().read("meta 123", "first send")).isEmpty();
      assertThat(store.tokens().read("meta-main")).isEmpty();
      store.notes().write("meta 123", "first send", "begun");
      store.notes().write("meta 123", "first send", "done");
      store.tokens().write("meta-main", first);
      store.tokens().write("meta-main", second);
    }
    try (Store store = open()) {
      assertThat(store.notes().read("meta 123", "first send")).contains("done");
      assertThat(store.tokens().read("meta-main")).contains(second);
    }
  }

  protected static StoredTokens tokens(String token, Optional<Instant> expires) {
    return new StoredTokens(
        Map.of("access_token", Secret.of(token), "refresh_token", Secret.of("r" + token)),
        expires,
        "origin");
  }

  @Test
  void another_process_reads_while_a_run_writes() throws IOException {
    try (Store writer = open();
        LedgerRun run = writer.ledger().begin("scope", 1)) {
      writer.runs().start(start("r-1", NOON));
      LedgerKey key = writer.keys().digest("scope").part("order").finish();
      run.claim(List.of(new LedgerEntry(key, 1, 2, 3, 4, 5, 1)));
      try (Store reader = open()) { // a second connection, as another process would have
        assertThat(reader.runs().latest(5)).hasSize(1);
        assertThat(reader.ledger().find("scope", key).orElseThrow().state())
            .isEqualTo(KeyState.UNKNOWN);
      }
    }
  }

  @Test
  void who_opens_the_store_keeps_the_pace_of_those_before_him() throws Exception {
    Time time = Time.system();
    try (Store first = open()) {
      new Pace(new Pace.Shared(first.paces(), "meta/api/ours", time), 60).hold(Duration.ofHours(1));
    }
    try (Store next = open()) {
      Pace pace = new Pace(new Pace.Shared(next.paces(), "meta/api/ours", time), 60);
      assertThat(pace.heldFor()).isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
      Pace other = new Pace(new Pace.Shared(next.paces(), "meta/api/theirs", time), 60);
      assertThat(other.heldFor()).isZero();
    }
  }

  @Test
  void no_two_who_share_a_store_get_the_same_slot() throws Exception {
    Set<Long> slots = ConcurrentHashMap.newKeySet();
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try (Store here = open();
        Store there = open()) {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        PaceBook book = i % 2 == 0 ? here.paces() : there.paces();
        work.add(() -> slots.add(nextSlot(book)));
      }
      for (Future<Boolean> slot : senders.invokeAll(work)) {
        assertThat(slot.get()).isTrue();
      }
    } finally {
      senders.shutdownNow();
    }
    assertThat(slots).hasSize(40);
  }

  private static long nextSlot(PaceBook book) {
    return book.change("meta/api/ours", Instant.now(), (entry, now) -> oneLater(entry))
        .orElseThrow()
        .entry()
        .lastSlot();
  }

  private static PaceEntry oneLater(PaceEntry entry) {
    return new PaceEntry(entry.lastSlot() + 1, 0, 0, entry.slowness(), 0, 0);
  }
}
