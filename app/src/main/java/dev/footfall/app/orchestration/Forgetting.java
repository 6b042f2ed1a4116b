package dev.footfall.app.orchestration;

import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.person.Trait;
import dev.footfall.core.person.Traits;
import dev.footfall.store.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Forgets people and orders: what became of their rows, and that their events were delivered. Holds
 * stay in their stead, so that a source which still has them does not bring them back.
 *
 * <p>Holds come first: cut short at any point, nothing is sent that was sent before, and the same
 * command ends what was begun.
 */
public final class Forgetting {
  private final Orchestrations all;
  private final Store store;
  private final Instant now;
  private final boolean isDry;
  private final BiConsumer<String, RuntimeException> faults;
  private final Map<String, PersonSearch.Found> found = new TreeMap<>();
  private final Set<String> orders = new HashSet<>();

  /**
   * Forgetting now.
   *
   * @param isDry whether it is only counted what would be forgotten
   * @param faults hears which orchestrations could not be searched, and why
   */
  public Forgetting(
      Orchestrations all, Instant now, boolean isDry, BiConsumer<String, RuntimeException> faults) {
    this.all = all;
    this.store = all.store();
    this.now = now;
    this.isDry = isDry;
    this.faults = faults;
  }

  /**
   * What was forgotten through one orchestration.
   *
   * @param rows of theirs that its query returns now
   * @param orders among those rows
   * @param lines of the ledger
   * @param outcomes what runs wrote down of their rows
   * @param quarantined entries of the quarantine
   */
  public record Forgotten(
      String orchestration, long rows, int orders, int lines, int outcomes, int quarantined) {
    /** Whether there was anything to forget. */
    public boolean isNothing() {
      return rows == 0 && lines == 0 && outcomes == 0 && quarantined == 0;
    }
  }

  /** The digests under which a value may be found; empty when it is no such trait. */
  public static Set<LedgerKey> sought(Store store, Trait trait, String value) {
    return HeldBack.traits(store).sought(trait, value);
  }

  /** Until when they are held back. */
  public Instant until() {
    return now.plus(store.settings().ledger().retention());
  }

  /**
   * Forgets them.
   *
   * @param sought digests of their traits
   * @param orderIds that are known already
   */
  public List<Forgotten> forget(Set<LedgerKey> sought, Set<String> orderIds)
      throws InterruptedException {
    hold(sought);
    orders.addAll(orderIds);
    for (String name : all.project().orchestrations().keySet()) {
      search(name, sought);
    }
    hold(ofOrders());
    return forget();
  }

  /** How many orders of theirs are known. */
  public int orders() {
    return orders.size();
  }

  private void hold(Set<LedgerKey> digests) {
    if (!isDry) {
      store.holds().add(digests, until());
    }
  }

  private Set<LedgerKey> ofOrders() {
    Traits traits = HeldBack.traits(store);
    Set<LedgerKey> digests = new HashSet<>();
    orders.forEach(order -> digests.addAll(traits.sought(Trait.ORDER, order)));
    return digests;
  }

  private void search(String name, Set<LedgerKey> sought) throws InterruptedException {
    try (PersonSearch search = PersonSearch.of(all, name, now)) {
      PersonSearch.Found some = search.find(sought);
      found.put(name, some);
      orders.addAll(some.orders());
    } catch (RuntimeException fault) {
      faults.accept(name, fault);
    }
  }

  private List<Forgotten> forget() {
    Map<String, Integer> lines = new HashMap<>();
    Map<String, Set<LedgerKey>> counted = new HashMap<>();
    found.forEach(
        (name, some) -> {
          try {
            lines.put(name, lines(some, counted));
          } catch (RuntimeException fault) {
            faults.accept(name, fault);
          }
        });
    Set<LedgerKey> named = new HashSet<>();
    orders.forEach(
        order -> named.add(OutcomeKeeper.key(store.keys().digest(OutcomeKeeper.ORDER), order)));
    found.values().forEach(some -> named.addAll(some.rowNames()));
    Counts counts = new Counts(lines, store.outcomes().count(named), quarantined(named));
    if (!isDry) {
      store.outcomes().forget(named);
      named.forEach(store.quarantine()::forget);
      store.reclaim();
    }
    return counted(counts);
  }

  private int lines(PersonSearch.Found some, Map<String, Set<LedgerKey>> counted) {
    Set<LedgerKey> keys = new HashSet<>(some.keys());
    keys.addAll(some.names().of(orders));
    if (!isDry) {
      return store.ledger().forget(some.ledgerScope(), keys);
    }
    Set<LedgerKey> before = counted.computeIfAbsent(some.ledgerScope(), scope -> new HashSet<>());
    keys.removeIf(key -> store.ledger().find(some.ledgerScope(), key).isEmpty());
    keys.removeAll(before);
    before.addAll(keys);
    return keys.size();
  }

  private Map<String, Integer> quarantined(Set<LedgerKey> named) {
    Map<String, Integer> entries = new HashMap<>();
    named.stream()
        .flatMap(name -> store.quarantine().ofOrder(name).stream())
        .forEach(entry -> entries.merge(entry.place().orchestration(), 1, Integer::sum));
    return entries;
  }

  /** By the names of orchestrations, some of which may have left the project. */
  private record Counts(
      Map<String, Integer> lines,
      Map<String, Integer> outcomes,
      Map<String, Integer> quarantined) {}

  private List<Forgotten> counted(Counts counts) {
    Set<String> names = new TreeSet<>(found.keySet());
    names.addAll(counts.outcomes().keySet());
    names.addAll(counts.quarantined().keySet());
    return names.stream()
        .map(
            name ->
                new Forgotten(
                    name,
                    Optional.ofNullable(found.get(name)).map(PersonSearch.Found::rows).orElse(0L),
                    Optional.ofNullable(found.get(name)).map(f -> f.orders().size()).orElse(0),
                    counts.lines().getOrDefault(name, 0),
                    counts.outcomes().getOrDefault(name, 0),
                    counts.quarantined().getOrDefault(name, 0)))
        .toList();
  }
}
