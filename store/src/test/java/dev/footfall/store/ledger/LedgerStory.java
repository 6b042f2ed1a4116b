package dev.footfall.store.ledger;

import static dev.footfall.store.ledger.Entries.entry;
import static dev.footfall.store.ledger.Entries.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.Ledger;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A ledger and its model, two plain maps, side by side through whatever happens to them. */
public final class LedgerStory implements AutoCloseable {
  private static final int KEYS = 24;
  private static final List<Settlement> CHOICES =
      List.of(Settlement.DELIVERED, Settlement.RELEASED, Settlement.UNKNOWN);
  private static final String SCOPE = "scope";

  /** Where the ledger lives. */
  public interface World {
    /** The same ledger, opened anew. */
    Ledger ledger();

    /** Ends the process that holds this run as {@code kill -9} does. */
    void crash(LedgerRun held);
  }

  /** One thing that happens; {@code number} picks keys, claims and settlements. */
  public record Step(Kind kind, int number) {}

  /** What may happen. */
  public enum Kind {
    RESERVE,
    RELEASE,
    CLAIM,
    SETTLE,
    CLOSE,
    CRASH
  }

  /** Any sequence of such things. */
  public static Arbitrary<List<Step>> stories() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.just(Kind.RESERVE)),
            Tuple.of(2, Arbitraries.just(Kind.RELEASE)),
            Tuple.of(8, Arbitraries.just(Kind.CLAIM)),
            Tuple.of(7, Arbitraries.just(Kind.SETTLE)),
            Tuple.of(1, Arbitraries.just(Kind.CLOSE)),
            Tuple.of(1, Arbitraries.just(Kind.CRASH)));
    return Combinators.combine(kinds, Arbitraries.integers().between(0, 1 << 20))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private final World world;
  private final Map<Integer, Known> lines = new HashMap<>();
  private final Set<Integer> reserved = new HashSet<>();
  private final Set<Integer> touched = new HashSet<>();
  private final Map<Long, List<Integer>> claims = new TreeMap<>();
  private int run = 1;
  private Optional<LedgerRun> held = Optional.empty();

  public LedgerStory(World world) {
    this.world = world;
  }

  /** Tells the whole story, and compares every key at its end. */
  public void tell(List<Step> steps) {
    for (Step step : steps) {
      tell(step);
    }
    endHeldRun();
    checkAll();
  }

  private void tell(Step step) {
    if (held.isEmpty()) {
      held = Optional.of(world.ledger().begin(SCOPE, run));
    }
    switch (step.kind()) {
      case RESERVE -> reserve(step.number() % KEYS, 1 + step.number() / KEYS % 5);
      case RELEASE -> release(step.number() % KEYS);
      case CLAIM -> claim(step.number() % KEYS, 1 + step.number() / KEYS % 4);
      case SETTLE -> settle(step.number());
      case CLOSE -> endHeldRun();
      case CRASH -> crash();
    }
  }

  private void reserve(int from, int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add((from + i * i) % KEYS);
    }
    List<Known> expected = numbers.stream().map(this::expectReserve).toList();
    assertThat(held.orElseThrow().reserve(numbers.stream().map(n -> key(n)).toList()))
        .isEqualTo(expected);
  }

  private Known expectReserve(int number) {
    if (touched.contains(number) || reserved.contains(number)) {
      return Known.DUPLICATE;
    }
    Known known = lines.getOrDefault(number, Known.NEW);
    if (known.state() != KeyState.DELIVERED) {
      reserved.add(number);
    }
    return known;
  }

  private void release(int number) {
    reserved.remove(number);
    held.orElseThrow().release(key(number));
  }

  private void claim(int from, int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int n = from; n < from + count; n++) {
      numbers.add(n % KEYS);
    }
    long claim = held.orElseThrow().claim(numbers.stream().map(n -> entry(run, n)).toList());
    claims.put(claim, numbers);
    touched.addAll(numbers);
  }

  private void settle(int number) {
    if (claims.isEmpty()) {
      return;
    }
    long claim = new ArrayList<>(claims.keySet()).get(number % claims.size());
    List<Settlement> settlements = new ArrayList<>();
    int choice = number;
    for (int key : claims.remove(claim)) {
      Settlement settlement = CHOICES.get(choice % 3);
      choice = choice / 3 + number % 7;
      settlements.add(settlement);
      become(key, settlement);
    }
    held.orElseThrow().settle(claim, settlements);
  }

  private void become(int key, Settlement settlement) {
    Optional<LedgerEntry> line = Optional.of(entry(run, key));
    switch (settlement) {
      case DELIVERED -> lines.put(key, new Known(KeyState.DELIVERED, line));
      case UNKNOWN -> lines.put(key, new Known(KeyState.UNKNOWN, line));
      case RELEASED ->
          lines.computeIfPresent(
              key, (k, known) -> known.state() == KeyState.DELIVERED ? known : null);
    }
  }

  private boolean deliveredInThisRun(int key) {
    Known known = lines.getOrDefault(key, Known.NEW);
    return known.equals(new Known(KeyState.DELIVERED, Optional.of(entry(run, key))));
  }

  private void endRun() {
    for (List<Integer> numbers : claims.values()) {
      for (int key : numbers) {
        if (!deliveredInThisRun(key)) {
          lines.put(key, new Known(KeyState.UNKNOWN, Optional.of(entry(run, key))));
        }
      }
    }
    claims.clear();
    reserved.clear();
    touched.clear();
    held = Optional.empty();
    run++;
  }

  private void crash() {
    world.crash(held.orElseThrow());
    endRun();
  }

  @Override
  public void close() {
    endHeldRun();
  }

  private void endHeldRun() {
    held.ifPresent(LedgerRun::close);
    endRun();
  }

  private void checkAll() {
    Ledger ledger = world.ledger();
    for (int n = 0; n < KEYS; n++) {
      assertThat(ledger.find(SCOPE, key(n))).isEqualTo(Optional.ofNullable(lines.get(n)));
    }
  }
}
