package dev.footfall.app.sample;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What the sample brand shall look like. Customers place one order each per 30 days, so there are
 * {@code customers × days / 30} orders and about 2.05 item rows to an order.
 *
 * @param customers 1 to 100 million; from 100 on every kind of untidiness occurs
 * @param days how far back the orders reach, ending at {@code now}; 1 to 3,660; from 70 on all
 *     windows are covered
 * @param out the DuckDB file, or the folder for the other formats
 * @param now the instant at which the data ends
 * @param zeroQuantityTrap whether the newest order holds a row with quantity 0, on which queries
 *     that divide by the quantity fail
 * @param threads how many threads may work; the rows do not depend on it
 */
public record SampleOptions(
    long customers,
    int days,
    long seed,
    Path out,
    SampleFormat format,
    Instant now,
    boolean zeroQuantityTrap,
    int threads) {

  public SampleOptions {
    within("customers", customers, 100_000_000);
    within("days", days, 3_660);
    within("threads", threads, 1_024);
    out = out.toAbsolutePath().normalize();
  }

  /** The usual brand: a DuckDB file, all processors, no trap. */
  public static SampleOptions of(long customers, int days, long seed, Path out, Instant now) {
    return new SampleOptions(
        customers,
        days,
        seed,
        out,
        SampleFormat.DUCKDB,
        now,
        false,
        Runtime.getRuntime().availableProcessors());
  }

  public SampleOptions as(SampleFormat other) {
    return new SampleOptions(customers, days, seed, out, other, now, zeroQuantityTrap, threads);
  }

  public SampleOptions withZeroQuantityTrap() {
    return new SampleOptions(customers, days, seed, out, format, now, true, threads);
  }

  public SampleOptions withThreads(int count) {
    return new SampleOptions(customers, days, seed, out, format, now, zeroQuantityTrap, count);
  }

  /** How many orders the brand has. */
  public long orders() {
    return Math.max(1, customers * days / 30);
  }

  private static void within(String name, long value, long most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be between 1 and %,d, not %,d".formatted(name, most, value));
    }
  }
}
