package dev.footfall.bench.ledger;

import dev.footfall.bench.Child;
import dev.footfall.bench.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Program: fills an embedded ledger over many runs, asks it, kills a run, and lets it forget; each
 * step in a process of its own with the launcher's JVM options.
 */
public final class LedgerBench {
  private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");
  private static final int RUNS = 20;

  private final Path folder;
  private final long keys;

  private LedgerBench(Path folder, long keys) {
    this.folder = folder;
    this.keys = keys;
  }

  /** Arguments: a folder, emptied first; keys (default 10,000,000). */
  public static void main(String[] arguments) throws Exception {
    long asked = arguments.length > 1 ? Long.parseLong(arguments[1].replace("_", "")) : 10_000_000;
    long lot = RUNS * (long) Lot.SIZE;
    Path folder = Path.of(arguments[0]).toAbsolutePath().resolve("ledger");
    new LedgerBench(folder, (asked + lot - 1) / lot * lot).measure();
  }

  private void measure() throws Exception {
    empty();
    System.out.printf(
        "%-28s %11s %9s %9s %11s %12s %8s %9s%n",
        "step", "events", "CPU s", "wall s", "events/s", "CPU us/event", "RSS MB", "bytes/key");
    fill();
    print(LedgerStep.ASK.title(), step(LedgerStep.ASK, RUNS + 1, 0, keys, 90), keys);
    kill();
    print("opened after kill -9", step(LedgerStep.OPEN, RUNS + 3, 0, 1, 90), keys);
    print("opened", step(LedgerStep.OPEN, RUNS + 4, 0, 1, 90), keys);
    print("half of it forgotten", step(LedgerStep.OPEN, RUNS + 5, 0, 1, 90 + 45), keys / 2);
  }

  private void fill() throws Exception {
    long each = keys / RUNS;
    Usage sum = new Usage(0, 0, 0, 0, 0);
    for (int run = 1; run <= RUNS; run++) {
      Usage one = step(LedgerStep.FILL, run, (run - 1) * each, run * each, run * 90L / RUNS);
      sum = sum.plus(one);
      if (run == 1) {
        print("claim and settle, first run", one, each);
      }
      if (run == RUNS) {
        print("claim and settle, last run", one, keys);
      }
    }
    print("claim and settle, " + RUNS + " runs", sum, keys);
  }

  private void kill() throws Exception {
    try (Child child = start(LedgerStep.FILL_UNTIL_KILLED, RUNS + 2, keys, Long.MAX_VALUE, 90)) {
      for (int i = 0; i < 4; i++) {
        child.line();
      }
      child.kill();
    }
  }

  private Usage step(LedgerStep step, int run, long from, long to, long day) throws Exception {
    try (Child child = start(step, run, from, to, day)) {
      return Usage.read(child.finish()).orElseThrow();
    }
  }

  private Child start(LedgerStep step, int run, long from, long to, long day) throws IOException {
    return Child.start(
        OPTIONS,
        LedgerWork.class,
        folder.toString(),
        step.name(),
        String.valueOf(run),
        String.valueOf(from),
        String.valueOf(to),
        String.valueOf(keys),
        String.valueOf(day));
  }

  private void print(String title, Usage usage, long held) throws IOException {
    System.out.printf(
        "%-28s %11d %9.1f %9.1f %11.0f %12.2f %8d %9.1f%n",
        title,
        usage.events(),
        usage.cpuSeconds(),
        usage.wallSeconds(),
        usage.events() / usage.wallSeconds(),
        usage.cpuSecondsPerMillion(),
        usage.peakMegabytes(),
        (double) size() / held);
  }

  private long size() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(LedgerBench::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void empty() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
