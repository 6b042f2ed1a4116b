package dev.footfall.store.ledger;

import static dev.footfall.store.ledger.Entries.entries;
import static dev.footfall.store.ledger.Entries.keys;
import static dev.footfall.store.ledger.Entries.states;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Ledger;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A ledger that is opened before each test, and short words for what is done with it. */
public abstract class LedgerTrial {
  protected static final String SCOPE = "meta 123 api";

  protected Ledger ledger;

  /** Opens the same ledger, again and again within one test. */
  protected abstract Ledger open();

  @BeforeEach
  void openFirst() {
    ledger = open();
  }

  @AfterEach
  void closeLast() {
    ledger.close();
  }

  final void reopen() {
    ledger.close();
    ledger = open();
  }

  final void deliver(int run, int from, int to, Settlement settlement) {
    try (LedgerRun held = ledger.begin(SCOPE, run)) {
      held.reserve(keys(from, to));
      long claim = held.claim(entries(run, from, to));
      held.settle(claim, Collections.nCopies(to - from, settlement));
    }
  }

  final List<KeyState> reserved(int run, int from, int to) {
    try (LedgerRun held = ledger.begin(SCOPE, run)) {
      return states(held.reserve(keys(from, to)));
    }
  }
}
