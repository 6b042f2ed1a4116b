package dev.footfall.app.orchestration;

import dev.footfall.core.run.FateListener;
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
 */
public record RunRequest(
    Optional<Instant> now,
    boolean dryRun,
    FateListener fates,
    StopSignal signal,
    LongConsumer progress,
    Optional<Replay> replay) {
  /** A run that takes every row. */
  public RunRequest(
      Optional<Instant> now,
      boolean dryRun,
      FateListener fates,
      StopSignal signal,
      LongConsumer progress) {
    this(now, dryRun, fates, signal, progress, Optional.empty());
  }

  /** A plain run. */
  public static RunRequest plain() {
    return new RunRequest(Optional.empty(), false, FateListener.NONE, new StopSignal(), rows -> {});
  }

  /** The same with another clock. */
  public RunRequest at(Instant instant) {
    return new RunRequest(Optional.of(instant), dryRun, fates, signal, progress, replay);
  }

  /** The same for what is in quarantine only. */
  public RunRequest replaying(Replay wanted) {
    return new RunRequest(now, dryRun, fates, signal, progress, Optional.of(wanted));
  }
}
