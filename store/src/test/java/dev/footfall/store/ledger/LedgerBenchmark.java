package dev.footfall.store.ledger;

import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.store.secret.LedgerKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an event costs in the embedded ledger; run its {@code main} by hand.
 *
 * <p>Arguments: number of keys (default 5,000,000), keys in a claim (default 1,000).
 */
final class LedgerBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final PrintStream OUT = System.out;

  private final Path folder;
  private final int keys;
  private final int batch;
  private final KeyDigest digest;

  private LedgerBenchmark(Path folder, int keys, int batch) throws IOException {
    this.folder = folder;
    this.keys = keys;
    this.batch = batch;
    this.digest = LedgerKeys.open(folder.resolve("secret")).digest("scope");
  }

  public static void main(String[] arguments) throws IOException {
    int keys = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000_000;
    int batch = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    Path folder = Files.createTempDirectory("ledger-benchmark");
    try {
      LedgerBenchmark benchmark = new LedgerBenchmark(folder, keys, batch);
      for (int round = 0; round < 3; round++) { // the first rounds warm up
        benchmark.measure("digest", i -> benchmark.blockOfKeys(i));
      }
      benchmark.firstRun(1);
      OUT.printf("bytes a key: %.1f%n", (double) benchmark.size() / keys);
      for (int run = 2; run < 5; run++) {
        benchmark.sameAgain(run);
      }
      benchmark.crashed(9);
    } finally {
      TestLedgers.delete(folder);
    }
  }

  private FileLedger ledger() throws IOException {
    return new FileLedger(folder.resolve("l"), LedgerSettings.defaults(), Clock.systemUTC());
  }

  private List<LedgerKey> blockOfKeys(int from) {
    List<LedgerKey> block = new ArrayList<>(batch);
    for (int i = from; i < from + batch; i++) {
      byte[] order = ("ORDER-" + i).getBytes(StandardCharsets.US_ASCII);
      block.add(digest.part(order, 0, order.length).finish());
    }
    return block;
  }

  private void firstRun(int number) throws IOException {
    long[] start = now();
    LedgerRun run = ledger().begin("scope", number);
    long claimedAt = Clock.systemUTC().instant().getEpochSecond();
    List<Settlement> delivered = Collections.nCopies(batch, Settlement.DELIVERED);
    measure(
        "digest, reserve, claim, settle",
        from -> {
          List<LedgerKey> block = blockOfKeys(from);
          run.reserve(block);
          List<LedgerEntry> entries = new ArrayList<>(batch);
          for (LedgerKey key : block) {
            entries.add(new LedgerEntry(key, from, 2, 3, claimedAt, claimedAt, number));
          }
          run.settle(run.claim(entries), delivered);
        });
    run.close();
    report("first run in all", start);
  }

  private void sameAgain(int number) throws IOException {
    long[] start = now();
    try (LedgerRun run = ledger().begin("scope", number)) {
      OUT.printf("opened in %.1f ms%n", (System.nanoTime() - start[0]) / 1e6);
      measure("same again: digest, reserve", from -> run.reserve(blockOfKeys(from)));
    }
    report("same again in all", start);
  }

  private void crashed(int number) throws IOException {
    LedgerRun run = ledger().begin("crashing", number);
    for (int from = 0; from < Math.min(keys, 400_000); from += batch) {
      List<LedgerEntry> entries = new ArrayList<>(batch);
      for (LedgerKey key : blockOfKeys(from)) {
        entries.add(new LedgerEntry(key, from, 2, 3, 1_790_000_000L, 1_790_000_000L, number));
      }
      run.claim(entries);
    }
    TestLedgers.copy(folder.resolve("l"), folder.resolve("copy"));
    FileLedger copy =
        new FileLedger(folder.resolve("copy"), LedgerSettings.defaults(), Clock.systemUTC());
    long start = System.nanoTime();
    copy.begin("crashing", number + 1).close();
    OUT.printf("opened after a crash in %.0f ms%n", (System.nanoTime() - start) / 1e6);
    run.close();
  }

  private long size() throws IOException {
    try (var files = Files.walk(folder.resolve("l"))) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  private interface Work {
    void block(int from);
  }

  private void measure(String what, Work work) {
    long[] start = now();
    for (int from = 0; from + batch <= keys; from += batch) {
      work.block(from);
    }
    report(what, start);
  }

  private static long[] now() {
    return new long[] {System.nanoTime(), THREADS.getCurrentThreadCpuTime()};
  }

  private void report(String what, long[] start) {
    long[] end = now();
    OUT.printf(
        "%-32s CPU %.3f µs an event, %,d events/s%n",
        what, (end[1] - start[1]) / 1e3 / keys, (long) (keys * 1e9 / (end[0] - start[0])));
  }
}
