package dev.footfall.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what a piece of work costs the calling thread: CPU time and allocated bytes per
 * operation. Waiting and other processes do not count.
 */
public final class Stopwatch {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  /** Portions of warm-up, each as long as the measurement. */
  private static final int MOST_PORTIONS = 5;

  /** What the compiler may spend in a portion that counts as quiet. */
  private static final long QUIET_MILLIS = 20;

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
   * Work that is done again and again.
   *
   * @param operations how many operations it is each time
   */
  public record Portion(int operations, Work work) {}

  /**
   * Warms up until the compiler rests, then measures, one round of each work in turn: what slows
   * the machine down slows all of them. By time alone the warm-up would end too early on a busy
   * machine, where the compiler gets its turn late.
   */
  public List<Cost> measure(List<Portion> portions) {
    portions.forEach(this::warmUp);
    List<List<Cost>> measured = new ArrayList<>();
    portions.forEach(portion -> measured.add(new ArrayList<>()));
    for (int i = 0; i < rounds; i++) {
      for (int j = 0; j < portions.size(); j++) {
        measured.get(j).add(round(portions.get(j), seconds));
      }
    }
    return measured.stream().map(this::summary).toList();
  }

  private Cost summary(List<Cost> costs) {
    double[] nanos = costs.stream().mapToDouble(Cost::best).sorted().toArray();
    double[] bytes = costs.stream().mapToDouble(Cost::bytes).sorted().toArray();
    return new Cost(nanos[0], nanos[rounds / 2], bytes[rounds / 2]);
  }

  private void warmUp(Portion portion) {
    boolean isQuiet = false;
    for (int i = 0; i < MOST_PORTIONS && !isQuiet; i++) {
      long before = COMPILER.getTotalCompilationTime();
      round(portion, seconds * rounds);
      isQuiet = COMPILER.getTotalCompilationTime() - before <= QUIET_MILLIS;
    }
  }

  private Cost round(Portion portion, double length) {
    long id = Thread.currentThread().getId();
    long allocated = THREADS.getThreadAllocatedBytes(id);
    long start = THREADS.getCurrentThreadCpuTime();
    long spent;
    long done = 0;
    long sum = consumed;
    do {
      sum += portion.work.run();
      done += portion.operations;
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
