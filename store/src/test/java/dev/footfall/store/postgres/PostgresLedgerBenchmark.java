package dev.footfall.store.postgres;

import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.store.ledger.Entries;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What an event costs in the shared ledger, with a server on the same machine; run its {@code main}
 * by hand.
 *
 * <p>Arguments: number of keys (default 1,000,000), keys in a claim (default 1,000), sending
 * threads (default 4).
 */
final class PostgresLedgerBenchmark {
  private static final PrintStream OUT = System.out;
  private static final String SCOPE = "scope";

  private final PostgresDatabase database;
  private final int keys;
  private final int batch;
  private final int threads;

  private PostgresLedgerBenchmark(PostgresDatabase database, int keys, int batch, int threads) {
    this.database = database;
    this.keys = keys;
    this.batch = batch;
    this.threads = threads;
  }

  public static void main(String[] arguments) throws Exception {
    try (PostgresDatabase database = PostgresDatabase.open(TestPostgres.place())) {
      PostgresLedgerBenchmark benchmark =
          new PostgresLedgerBenchmark(
              database,
              argument(arguments, 0, 1_000_000),
              argument(arguments, 1, 1_000),
              argument(arguments, 2, 4));
      benchmark.run(1, "reserve, claim, settle");
      benchmark.run(2, "the same again: reserve");
      OUT.printf("bytes a key: %.1f%n", (double) benchmark.size() / benchmark.keys);
    }
  }

  private static int argument(String[] arguments, int at, int otherwise) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
  }

  private void run(int number, String what) throws Exception {
    long start = System.nanoTime();
    ExecutorService senders = Executors.newFixedThreadPool(threads);
    List<Future<?>> sent = new ArrayList<>();
    try (LedgerRun run = TestLeases.ledger(database, LeaseTerms.defaults()).begin(SCOPE, number)) {
      for (int from = 0; from + batch <= keys; from += batch) {
        List<LedgerKey> block = Entries.keys(from, from + batch);
        if (run.reserve(block).get(0).entry().isEmpty()) {
          List<LedgerEntry> entries = Entries.entries(number, from, from + batch);
          sent.add(
              senders.submit(
                  () ->
                      run.settle(
                          run.claim(entries), Collections.nCopies(batch, Settlement.DELIVERED))));
        }
        for (; sent.size() > threads; sent.remove(0)) {
          sent.get(0).get();
        }
      }
      for (Future<?> one : sent) {
        one.get();
      }
    } finally {
      senders.shutdown();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    OUT.printf("%-28s %,d events/s%n", what, (long) (keys / seconds));
  }

  private long size() {
    return database
        .query(row -> row.getLong(1), "SELECT pg_total_relation_size('ledger_line')")
        .get(0);
  }
}
