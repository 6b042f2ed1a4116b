package dev.footfall.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Measures what a piece of work costs the calling thread: CPU time and allocated bytes per
 * operation. Waiting and other processes do not count.
 */
public final class Stopwatch {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final double WARM_UP_SHARE = 1;

  private final double seconds;
  private final int rounds;
  private volatile long consumed;

  /**
   * A stopwatch.
   *
   * @param seconds CPU time a round
   * @param rounds measured after a warm-up
   */
  public Stopwatch(double seconds, int rounds) {
    this.seconds = seconds;
    this.rounds = rounds;
  }

  /** Work that says how many operations it was, and gives something that depends on its results. */
  @FunctionalInterface
  public interface Work {
    /** Does a portion of the work. */
    long run();
  }

  /**
   * What an operation costs.
   *
   * @param best CPU nanoseconds in the best round
   * @param median CPU nanoseconds in the median round
   * @param bytes allocated, in the median round
   */
  public record Cost(double best, double median, double bytes) {}

  /**
   * Warms up and measures.
   *
   * @param operations how many operations one portion is
   */
  public Cost measure(int operations, Work work) {
    round(operations, work, seconds * rounds * WARM_UP_SHARE);
    double[] nanos = new double[rounds];
    double[] bytes = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      Cost cost = round(operations, work, seconds);
      nanos[i] = cost.best();
      bytes[i] = cost.bytes();
    }
    Arrays.sort(nanos);
    Arrays.sort(bytes);
    return new Cost(nanos[0], nanos[rounds / 2], bytes[rounds / 2]);
  }

  private Cost round(int operations, Work work, double length) {
    long id = Thread.currentThread().getId();
    long allocated = THREADS.getThreadAllocatedBytes(id);
    long start = THREADS.getCurrentThreadCpuTime();
    long spent;
    long done = 0;
    long sum = consumed;
    do {
      sum += work.run();
      done += operations;
      spent = THREADS.getCurrentThreadCpuTime() - start;
    } while (spent < length * 1e9);
    consumed = sum;
    double each = (double) spent / done;
    return new Cost(each, each, (double) (THREADS.getThreadAllocatedBytes(id) - allocated) / done);
  }

  /** Something that depends on all work, so that none can be left out. */
  public long consumed() {
    return consumed;
  }
}
