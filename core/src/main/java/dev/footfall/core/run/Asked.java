package dev.footfall.core.run;

import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger is asked of an event once it is built: its own name where its group had none, its
 * second one, its values'. One question to the ledger for all of a block.
 */
final class Asked {
  private final Event event;
  private final List<LedgerKey> keys;
  private List<Known> answers = List.of();
  private Optional<Asked> kin = Optional.empty();

  Asked(Event event, List<LedgerKey> keys) {
    this.event = event;
    this.keys = keys;
  }

  Event event() {
    return event;
  }

  /** Of an event with one name. */
  LedgerKey key() {
    return keys.get(0);
  }

  Known answer() {
    return answers.get(0);
  }

  /** Of an event with values. */
  List<LedgerKey> keys() {
    return keys;
  }

  List<Known> answers() {
    return answers;
  }

  /** Whether an earlier version may be known: of an event whose own name is new. */
  boolean hasKin() {
    return event.values().isEmpty()
        && event.keys().kin().length > 0
        && answer().state() == KeyState.NEW;
  }

  /** What is asked next, because its own name is new. */
  Asked further(LedgerKey earlierVersions) {
    Asked further = new Asked(event, List.of(earlierVersions));
    kin = Optional.of(further);
    return further;
  }

  /** What was asked of its earlier versions. */
  Optional<Asked> kin() {
    return kin;
  }

  /**
   * Asks for all of them, in their order: a key that stands twice is a duplicate the second time.
   */
  static void ask(LedgerRun ledger, List<Asked> all) {
    List<LedgerKey> keys = new ArrayList<>(all.size());
    all.forEach(asked -> keys.addAll(asked.keys));
    if (keys.isEmpty()) {
      return;
    }
    List<Known> answers = ledger.reserve(keys);
    int at = 0;
    for (Asked asked : all) {
      asked.answers = answers.subList(at, at + asked.keys.size());
      at += asked.keys.size();
    }
  }
}
