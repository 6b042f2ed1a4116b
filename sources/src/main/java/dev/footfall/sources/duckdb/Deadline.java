package dev.footfall.sources.duckdb;

import dev.footfall.core.source.SourceFault;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Cancels statements that keep their caller waiting for too long. */
public final class Deadline implements AutoCloseable {
  private final Duration timeout;
  private final ScheduledThreadPoolExecutor timer;

  /** A limit on every single wait. */
  public Deadline(Duration timeout) {
    this.timeout = timeout;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "footfall-query-deadline");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
  }

  /** What to tell whoever waited for too long. */
  public SourceFault fault() {
    return new SourceFault(
        "TIMEOUT",
        "The query gave no rows within "
            + timeout.toMillis() / 1000.0
            + " s. Narrow it with a WHERE on the date, or raise the source's timeout");
  }

  /** Starts the clock for one wait; close it when the wait is over. */
  public Wait start(Statement statement) {
    return new Wait(statement);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** One wait for the engine. */
  public final class Wait implements AutoCloseable {
    private final Statement statement;
    private final ScheduledFuture<?> alarm;
    private volatile boolean expired;

    private Wait(Statement statement) {
      this.statement = statement;
      this.alarm = timer.schedule(this::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the statement was cancelled for being late. */
    public boolean expired() {
      return expired;
    }

    @Override
    public void close() {
      alarm.cancel(false);
    }

    private void cancel() {
      expired = true;
      try {
        statement.cancel();
      } catch (SQLException alreadyOver) {
        expired = true;
      }
    }
  }
}
