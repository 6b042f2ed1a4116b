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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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

  ChangedValues(LedgerRun ledger, KeyDigest digest, Turnover turnover, int runNumber) {
    this.ledger = ledger;
    this.digest = digest;
    this.turnover = turnover;
    this.runNumber = runNumber;
  }

  /** The event with the values that are due; empty when none is. */
  Optional<Pending> due(Event event, Values values) {
    List<LedgerKey> keys = keys(event, values);
    List<Known> known = ledger.reserve(keys);
    BitSet chosen = new BitSet(values.size());
    List<LedgerEntry> entries = new ArrayList<>();
    for (int value = 0; value < values.size(); value++) {
      long print = values.print(event.body(), value);
      compare(event, values, value, print, known.get(value));
      if (isDue(values, value, print, known.get(value))) {
        chosen.set(value);
        entries.add(entry(event, keys.get(value), print));
      } else if (known.get(value).state() != KeyState.DUPLICATE) {
        ledger.release(keys.get(value));
      }
    }
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pending(event.withBody(values.only(event.body(), chosen), event.parts()), entries));
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

  private List<LedgerKey> keys(Event event, Values values) {
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
