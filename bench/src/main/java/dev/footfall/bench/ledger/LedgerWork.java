package dev.footfall.bench.ledger;

import dev.footfall.bench.Usage;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.store.ledger.FileLedger;
import dev.footfall.store.ledger.LedgerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Program: one step, in a process of its own, which says its cost.
 *
 * @param run number of the run
 * @param from first event
 * @param to where the events end
 * @param keys events of the whole ledger, claimed evenly over 90 days
 */
record LedgerWork(int run, long from, long to, long keys) {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Duration PERIOD = Duration.ofDays(90);

  /** Arguments: folder, step, run, first event, end of events, all events, days since the start. */
  public static void main(String[] arguments) throws Exception {
    LedgerStep step = LedgerStep.valueOf(arguments[1]);
    LedgerWork work =
        new LedgerWork(
            Integer.parseInt(arguments[2]),
            Long.parseLong(arguments[3]),
            Long.parseLong(arguments[4]),
            Long.parseLong(arguments[5]));
    Instant now = START.plus(Duration.ofDays(Long.parseLong(arguments[6])));
    LedgerSettings settings =
        new LedgerSettings(LedgerSettings.defaults().memoryKeys(), Duration.ofDays(90));
    long start = System.nanoTime();
    long events;
    try (FileLedger ledger =
            new FileLedger(Path.of(arguments[0]), settings, Clock.fixed(now, ZoneOffset.UTC));
        LedgerRun run = ledger.begin("bench", work.run())) {
      events = step.work(run, work);
    }
    double wall = (System.nanoTime() - start) / 1e9;
    System.out.println(Usage.ofThisProcess(events, events, wall).line());
  }

  /** When an event is claimed, Unix time. */
  long second(long event) {
    return START.plusSeconds(PERIOD.toSeconds() * event / keys).getEpochSecond();
  }
}
