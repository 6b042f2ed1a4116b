package dev.footfall.bench.mapping;

import dev.footfall.bench.Stopwatch;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Program: CPU time an event between column batches and event bytes, step by step. */
public final class Mapping {
  private static final double TARGET = 4000;

  private Mapping() {}

  /** Arguments: seconds of CPU time a round (default 1), rounds (default 5). */
  public static void main(String[] arguments) throws IOException {
    double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 1;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path folder = Files.createTempDirectory("footfall-bench");
    try (Store store = Store.open(folder);
        LedgerRun ledger = store.ledger().begin("bench", 1)) {
      for (Case one : Case.all()) {
        report(one, store, ledger, new Stopwatch(seconds, rounds));
      }
    }
  }

  private static void report(Case one, Store store, LedgerRun ledger, Stopwatch stopwatch) {
    Bench bench = new Bench(one, Instant.now());
    System.out.printf(
        "%n%s: 2 items an order, %d hashed fields; CPU ns an event (best, median), bytes allocated%n",
        one.type(), bench.hashedFields());
    line("rows to event bytes", stopwatch, bench.whole());
    line("  grouping", stopwatch, bench.grouping());
    line("  mapping", stopwatch, bench.mapping());
    line("    normalising alone", stopwatch, bench.normalising());
    line("    hashing alone", stopwatch, bench.hashing());
    line("ledger key", stopwatch, bench.digest(store.keys().digest("event")));
    line(
        "ledger look-up, reserve, release",
        stopwatch,
        bench.reserve(store.keys().digest("event"), ledger));
    System.out.printf("target: rows to event bytes in at most %.0f ns%n", TARGET);
  }

  private static void line(String what, Stopwatch stopwatch, Stopwatch.Work work) {
    Stopwatch.Cost cost = stopwatch.measure(Orders.BLOCK, work);
    System.out.printf("%-34s %8.0f %8.0f %8.0f%n", what, cost.best(), cost.median(), cost.bytes());
  }
}
