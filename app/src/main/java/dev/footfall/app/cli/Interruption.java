package dev.footfall.app.cli;

import dev.footfall.core.run.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run in good order when the process is asked to end: what is under way is finished, the
 * rest is not attempted, and the books are written.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final StopSignal signal = new StopSignal();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::asked, "footfall-interruption");

  /** Listens until it is closed. */
  static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Raised when the process is asked to end. */
  StopSignal signal() {
    return signal;
  }

  private void asked() {
    signal.raise("interrupted by the operator");
    try {
      if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The run did not end in time; the next one settles what it left.");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWay) {
      signal.raise("interrupted by the operator");
    }
  }
}
