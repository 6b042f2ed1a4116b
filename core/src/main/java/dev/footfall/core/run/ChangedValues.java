package dev.footfall.core.run;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.Values;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Leaves out of an event the values that the platform has already. Each value has a line of its own
 * in the ledger, under the event's identity and its name; so a value that was sent without an
 * answer, or when the machine died, is not taken for known.
 */
final class ChangedValues {
  private final LedgerRun ledger;
  private final KeyDigest digest;
  private final Turnover turnover;
  private final int runNumber;
  private final Set<LedgerKey> givenBack = new HashSet<>();

  ChangedValues(LedgerRun ledger, KeyDigest digest, Turnover turnover, int runNumber) {
    this.ledger = ledger;
    this.digest = digest;
    this.turnover = turnover;
    this.runNumber = runNumber;
  }

  /** A block begins, all of whose values were asked for at once. */
  void begin() {
    givenBack.clear();
  }

  /** The event with the values that are due; empty when none is. */
  Optional<Pending> due(Asked asked) {
    Event event = asked.event();
    Values values = event.values().orElseThrow();
    BitSet chosen = new BitSet(values.size());
    List<LedgerEntry> entries = new ArrayList<>();
    for (int value = 0; value < values.size(); value++) {
      LedgerKey key = asked.keys().get(value);
      Known known = known(key, asked.answers().get(value));
      long print = values.print(event.body(), value);
      compare(event, values, value, print, known);
      if (isDue(values, value, print, known)) {
        chosen.set(value);
        entries.add(entry(event, key, print));
      } else if (known.state() != KeyState.DUPLICATE) {
        ledger.release(key);
        givenBack.add(key);
      }
    }
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pending(event.withBody(values.only(event.body(), chosen), event.parts()), entries));
  }

  /** A value that an event of the same block has given back meanwhile is no duplicate. */
  private Known known(LedgerKey key, Known answer) {
    return answer.state() == KeyState.DUPLICATE && givenBack.contains(key)
        ? ledger.reserve(List.of(key)).get(0)
        : answer;
  }

  private void compare(Event event, Values values, int value, long print, Known known) {
    if (known.state() == KeyState.DELIVERED) {
      boolean isChanged = known.entry().orElseThrow().payloadPrint() != print;
      turnover.compared(
          event.body(), values.starts()[value] + 2, values.colons()[value] - 2, isChanged);
    }
  }

  private static boolean isDue(Values values, int value, long print, Known known) {
    return switch (known.state()) {
      case NEW -> values.isDue(value, print, OptionalLong.empty());
      case DELIVERED ->
          values.isDue(value, print, OptionalLong.of(known.entry().orElseThrow().payloadPrint()));
      case UNKNOWN -> true;
      case DUPLICATE -> false;
    };
  }

  /** What the values are known by. */
  List<LedgerKey> keys(Event event, Values values) {
    byte[] own = event.keys().own();
    List<LedgerKey> keys = new ArrayList<>(values.size());
    for (int value = 0; value < values.size(); value++) {
      keys.add(
          digest
              .part(own, 0, own.length)
              .part(event.body(), values.starts()[value], values.colons()[value])
              .finish());
    }
    return keys;
  }

  private LedgerEntry entry(Event event, LedgerKey key, long print) {
    return new LedgerEntry(key, RowPrints.NONE, print, 0, event.time(), 0, runNumber);
  }
}
