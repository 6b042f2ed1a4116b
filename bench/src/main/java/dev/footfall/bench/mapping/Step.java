package dev.footfall.bench.mapping;

import dev.footfall.bench.Stopwatch;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.store.Store;
import java.util.Locale;

/** A step of the way from column batches to event bytes. */
enum Step {
  WHOLE("rows to event bytes"),
  GROUPING("  grouping"),
  MAPPING("  mapping"),
  NORMALISING("    normalising alone"),
  HASHING("    hashing alone"),
  KEY("ledger key"),
  LEDGER("ledger look-up, reserve, release");

  private final String title;

  Step(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Step of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The step as work on a destination's orders. */
  Stopwatch.Work work(Bench bench, Store store, LedgerRun ledger) {
    return switch (this) {
      case WHOLE -> bench.whole();
      case GROUPING -> bench.grouping();
      case MAPPING -> bench.mapping();
      case NORMALISING -> bench.normalising();
      case HASHING -> bench.hashing();
      case KEY -> bench.digest(store.keys().digest("event"));
      case LEDGER -> bench.reserve(store.keys().digest("event"), ledger);
    };
  }
}
