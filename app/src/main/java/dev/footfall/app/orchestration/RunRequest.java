package dev.footfall.app.orchestration;

import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunTerms;
import dev.footfall.core.run.StopSignal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * How a run is wanted.
 *
 * @param now what its clock says at its start; empty for the machine's
 * @param dryRun whether everything is built and nothing sent or remembered
 * @param fates hears of rows not plainly accepted
 * @param signal ends it early
 * @param progress hears how many rows were read
 * @param replay what to send again; empty for a plain run
 * @param goesOn the run whose window is gone through once more; empty for the window of today
 */
public record RunRequest(
    Optional<Instant> now,
    boolean dryRun,
    FateListener fates,
    StopSignal signal,
    LongConsumer progress,
    Optional<Replay> replay,
    Optional<RecordedRun> goesOn) {
  /** A run that takes every row, with the window of its own day. */
  public RunRequest(
      Optional<Instant> now,
      boolean dryRun,
      FateListener fates,
      StopSignal signal,
      LongConsumer progress) {
    this(now, dryRun, fates, signal, progress, Optional.empty(), Optional.empty());
  }

  /** A plain run. */
  public static RunRequest plain() {
    return new RunRequest(Optional.empty(), false, FateListener.NONE, new StopSignal(), rows -> {});
  }

  /** The same with another clock. */
  public RunRequest at(Instant instant) {
    return new RunRequest(Optional.of(instant), dryRun, fates, signal, progress, replay, goesOn);
  }

  /** The same for what is in quarantine only. */
  public RunRequest replaying(Replay wanted) {
    return new RunRequest(now, dryRun, fates, signal, progress, Optional.of(wanted), goesOn);
  }

  /**
   * The same for what an earlier run left: its query sees what that run's saw, and a first send
   * goes on. Its clock is this machine's, because the platform's is: only where that run's clock
   * was given is this one's the same.
   */
  public RunRequest goingOnWith(RecordedRun left) {
    RunTerms terms = left.start().terms();
    Optional<Instant> clock = terms.isNowGiven() ? Optional.of(terms.now()) : Optional.empty();
    return new RunRequest(clock, dryRun, fates, signal, progress, replay, Optional.of(left));
  }

  /** What its query takes for now. */
  Instant asOf(Instant now) {
    return goesOn.map(left -> left.start().terms().now()).orElse(now);
  }

  /** Whether a first send goes on. */
  boolean isFirstSend() {
    return goesOn.filter(left -> left.start().terms().isFirstSend()).isPresent();
  }
}
