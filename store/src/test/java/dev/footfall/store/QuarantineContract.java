package dev.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.Quarantine;
import dev.footfall.core.run.Quarantine.Wanted;
import dev.footfall.core.run.Quarantined;
import dev.footfall.core.run.Quarantined.Cause;
import dev.footfall.core.run.Quarantined.Place;
import dev.footfall.core.run.Quarantined.Sighting;
import dev.footfall.core.run.RowFate;
import dev.footfall.store.ledger.LedgerSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every quarantine promises; a store joins by saying how it is opened. */
public abstract class QuarantineContract {
  private static final Place DAILY = new Place("meta\n123\napi", "daily");
  private static final Place HOURLY = new Place("meta\n123\napi", "hourly");
  private static final Place ELSEWHERE = new Place("meta\n999\napi", "daily");
  private static final Cause CURRENCY = new Cause(RowFate.REJECTED, "BAD_CURRENCY", "", "currency");
  private static final Cause PRICE = new Cause(RowFate.REJECTED, "BAD_PRICE", "", "price");
  private static final Cause REFUSED = new Cause(RowFate.REFUSED, "REFUSED", "100/2804003", "");

  /** Opens the same store, again and again within one test. */
  protected abstract Store open(StoreSettings settings) throws IOException;

  protected final Store open() throws IOException {
    return open(StoreSettings.defaults());
  }

  private static LedgerKey name(long of) {
    return new LedgerKey(of * 0x9E3779B97F4A7C15L, ~of);
  }

  private static Quarantined entry(Place place, long of, Cause cause, int run) {
    Sighting sighting = new Sighting(run, 1000 + run);
    return new Quarantined(place, name(of), cause, 2, sighting, sighting, 500, 5000 + of);
  }

  /** The quarantine with these in it. */
  private static Quarantine holding(Store store, Quarantined... entries) {
    Quarantine quarantine = store.quarantine();
    quarantine.record(List.of(entries));
    return quarantine;
  }

  private static Wanted wanted(String code, int run) {
    return new Wanted(
        Optional.empty(),
        Optional.empty(),
        Optional.of(code).filter(text -> !text.isEmpty()),
        run == 0 ? OptionalInt.empty() : OptionalInt.of(run));
  }

  @Test
  void what_is_entered_outlives_the_store() throws IOException {
    Quarantined refused = entry(DAILY, 8, REFUSED, 1);
    try (Store store = open()) {
      assertThat(store.quarantine().ofScope(DAILY.scope()).isEmpty()).isTrue();
      List<Quarantined> batch = List.of(refused, entry(DAILY, 7, CURRENCY, 1));
      assertThat(store.quarantine().record(batch)).isZero();
    }
    try (Store store = open()) {
      assertThat(store.quarantine().list(Wanted.ALL, 10))
          .containsExactly(entry(DAILY, 7, CURRENCY, 1), refused);
      assertThat(store.quarantine().list(Wanted.ALL, 1)).hasSize(1);
      assertThat(store.quarantine().ofOrder(name(8))).containsExactly(refused);
      assertThat(store.quarantine().ofScope(DAILY.scope()).size()).isEqualTo(2);
      assertThat(store.quarantine().ofScope(ELSEWHERE.scope()).size()).isZero();
    }
  }

  @Test
  void what_is_seen_again_keeps_its_first_sighting_and_counts_the_rows_of_its_last_run()
      throws IOException {
    try (Store store = open()) {
      Quarantine quarantine =
          holding(store, entry(DAILY, 7, CURRENCY, 1), entry(DAILY, 7, CURRENCY, 1));
      assertThat(quarantine.ofOrder(name(7)).get(0).rows()).isEqualTo(4);
      quarantine.record(List.of(entry(DAILY, 7, CURRENCY, 3)));
      Quarantined again = quarantine.ofOrder(name(7)).get(0);
      assertThat(again.rows()).isEqualTo(2);
      assertThat(again.first()).isEqualTo(new Sighting(1, 1001));
      assertThat(again.last()).isEqualTo(new Sighting(3, 1003));
    }
  }

  @Test
  void sums_count_orders_and_rows_by_place_and_cause() throws IOException {
    try (Store store = open()) {
      Quarantine quarantine =
          holding(
              store,
              entry(DAILY, 1, CURRENCY, 1),
              entry(DAILY, 2, CURRENCY, 2),
              entry(DAILY, 2, PRICE, 2),
              entry(HOURLY, 2, REFUSED, 2));
      Quarantine.Sum most = quarantine.sums(Wanted.ALL).get(0);
      assertThat(most)
          .isEqualTo(
              new Quarantine.Sum(
                  DAILY, CURRENCY, 2, 4, new Sighting(1, 1001), new Sighting(2, 1002), 5001, 500));
      assertThat(quarantine.sums(Wanted.ALL)).hasSize(3);
      assertThat(quarantine.sums(wanted("100/2804003", 0))).hasSize(1);
      assertThat(quarantine.sums(wanted("BAD_PRICE", 2))).hasSize(1);
      assertThat(quarantine.sums(wanted("BAD_PRICE", 1))).isEmpty();
      assertThat(quarantine.isAny(wanted("BAD_PRICE", 2))).isTrue();
      assertThat(quarantine.isAny(wanted("BAD_PRICE", 1))).isFalse();
      assertThat(quarantine.sums(Wanted.ALL.in(HOURLY))).hasSize(1);
      assertThat(quarantine.names(wanted("BAD_CURRENCY", 0)).size()).isEqualTo(2);
      assertThat(quarantine.names(Wanted.ofScope(DAILY.scope())).size()).isEqualTo(2);
    }
  }

  @Test
  void what_is_delivered_leaves_every_orchestration_of_its_scope_and_no_other() throws IOException {
    try (Store store = open()) {
      Quarantine quarantine =
          holding(
              store,
              entry(DAILY, 1, CURRENCY, 1),
              entry(HOURLY, 1, CURRENCY, 1),
              entry(ELSEWHERE, 1, CURRENCY, 1),
              entry(DAILY, 2, CURRENCY, 1));
      assertThat(quarantine.resolve(DAILY.scope(), List.of(name(1), name(9)), 2)).isEqualTo(2);
      assertThat(quarantine.list(Wanted.ALL, 9))
          .containsExactly(entry(ELSEWHERE, 1, CURRENCY, 1), entry(DAILY, 2, CURRENCY, 1));
    }
  }

  @Test
  void many_names_of_many_causes_enter_and_leave_together() throws IOException {
    try (Store store = open()) {
      Quarantine quarantine = store.quarantine();
      int many = 1_700;
      List<Quarantined> batch =
          IntStream.range(0, 2 * many)
              .mapToObj(i -> entry(i % 5 == 0 ? HOURLY : DAILY, i % many, cause(i / many), 1))
              .toList();
      assertThat(quarantine.record(batch)).isZero();
      assertThat(quarantine.record(batch.subList(0, 3))).isZero();
      assertThat(quarantine.names(Wanted.ALL).size()).isEqualTo(many);
      assertThat(quarantine.sums(Wanted.ALL).stream().mapToLong(Quarantine.Sum::rows).sum())
          .isEqualTo(4 * many + 6);
      assertThat(quarantine.names(Wanted.ofScope(DAILY.scope()).refused()).size()).isEqualTo(many);
      List<LedgerKey> half = IntStream.range(0, many / 2).mapToObj(i -> name(i)).toList();
      assertThat(quarantine.resolve(DAILY.scope(), half, 2)).isEqualTo(many);
      assertThat(quarantine.names(Wanted.ALL).size()).isEqualTo(many / 2);
    }
  }

  private static Cause cause(int number) {
    return number == 0 ? CURRENCY : REFUSED;
  }

  @Test
  void what_the_same_run_found_wanting_stays() throws IOException {
    try (Store store = open()) {
      Quarantine quarantine = holding(store, entry(DAILY, 1, CURRENCY, 2));
      assertThat(quarantine.resolve(DAILY.scope(), List.of(name(1)), 2)).isZero();
      assertThat(quarantine.resolve(DAILY.scope(), List.of(name(1)), 3)).isEqualTo(1);
    }
  }

  @Test
  void a_new_cause_takes_the_place_of_the_old() throws IOException {
    try (Store store = open()) {
      Quarantine quarantine =
          holding(store, entry(DAILY, 1, CURRENCY, 1), entry(DAILY, 2, CURRENCY, 1));
      quarantine.record(List.of(entry(DAILY, 1, PRICE, 2)));
      assertThat(quarantine.replace(DAILY, 2)).isEqualTo(1);
      assertThat(quarantine.list(Wanted.ALL, 9))
          .containsExactly(entry(DAILY, 1, PRICE, 2), entry(DAILY, 2, CURRENCY, 1));
    }
  }

  @Test
  void entries_leave_with_their_order_with_their_window_and_by_hand() throws IOException {
    try (Store store = open()) {
      Quarantine quarantine =
          holding(
              store,
              entry(DAILY, 1, CURRENCY, 1),
              entry(ELSEWHERE, 1, REFUSED, 1),
              entry(DAILY, 2, CURRENCY, 1),
              entry(DAILY, 3, PRICE, 1),
              entry(DAILY, 4, CURRENCY, 1));
      assertThat(quarantine.forget(name(1))).isEqualTo(2);
      assertThat(quarantine.purge(Instant.ofEpochSecond(5002))).isZero();
      assertThat(quarantine.purge(Instant.ofEpochSecond(5003))).isEqualTo(1);
      assertThat(quarantine.release(wanted("BAD_PRICE", 0))).isEqualTo(1);
      assertThat(quarantine.list(Wanted.ALL, 9)).containsExactly(entry(DAILY, 4, CURRENCY, 1));
    }
  }

  @Test
  void a_place_holds_a_bounded_number_of_entries_and_still_sees_the_old_ones_again()
      throws IOException {
    StoreSettings few = new StoreSettings(LedgerSettings.defaults(), 10, 3);
    try (Store store = open(few)) {
      Quarantine quarantine = store.quarantine();
      List<Quarantined> five =
          IntStream.rangeClosed(1, 5).mapToObj(i -> entry(DAILY, i, CURRENCY, 1)).toList();
      assertThat(quarantine.record(five)).isEqualTo(2);
      assertThat(quarantine.record(List.of(entry(ELSEWHERE, 1, CURRENCY, 1)))).isZero();
      LedgerKey kept = quarantine.list(Wanted.ALL.in(DAILY), 1).get(0).name();
      assertThat(quarantine.record(List.of(entry(DAILY, ~kept.low(), CURRENCY, 2)))).isZero();
      assertThat(quarantine.ofOrder(kept).get(0).last().run()).isEqualTo(2);
      assertThat(quarantine.record(List.of(entry(DAILY, 6, CURRENCY, 2)))).isEqualTo(1);
      quarantine.forget(kept);
      assertThat(quarantine.record(List.of(entry(DAILY, 6, CURRENCY, 2)))).isZero();
    }
  }

  @Test
  void many_names_are_read_page_by_page() throws IOException {
    try (Store store = open()) {
      Quarantine quarantine = store.quarantine();
      int many = 20_001;
      quarantine.record(
          IntStream.range(0, many).mapToObj(i -> entry(DAILY, i, CURRENCY, 1)).toList());
      var names = quarantine.ofScope(DAILY.scope());
      assertThat(names.size()).isEqualTo(many);
      assertThat(IntStream.range(0, many).allMatch(i -> names.meet(name(i)))).isTrue();
      assertThat(names.has(name(many))).isFalse();
      assertThat(names.missed()).isZero();
      assertThat(names.met()).hasSize(many);
    }
  }
}
