package dev.footfall.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a process used.
 *
 * @param rows read
 * @param events built, found delivered or, before there are events, rows divided by two
 * @param cpuSeconds user and system time of all its threads, native ones included
 * @param wallSeconds from the opening of the source to the end of the run
 * @param peakMegabytes largest resident memory
 */
public record Usage(
    long rows, long events, double cpuSeconds, double wallSeconds, long peakMegabytes) {
  private static final String MARK = "usage ";

  /** The calling process's, so far. */
  public static Usage ofThisProcess(long rows, long events, double wallSeconds) throws IOException {
    long nanos =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    return new Usage(rows, events, nanos / 1e9, wallSeconds, peak() >> 10);
  }

  /** Kilobytes, as Linux counts them; zero elsewhere. */
  private static long peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }

  /** One line that {@link #read} understands. */
  public String line() {
    return MARK + rows + " " + events + " " + cpuSeconds + " " + wallSeconds + " " + peakMegabytes;
  }

  /** The usage in a process's output. */
  public static Optional<Usage> read(List<String> output) {
    return output.stream()
        .filter(line -> line.startsWith(MARK))
        .map(line -> line.substring(MARK.length()).split(" ", -1))
        .map(
            part ->
                new Usage(
                    Long.parseLong(part[0]),
                    Long.parseLong(part[1]),
                    Double.parseDouble(part[2]),
                    Double.parseDouble(part[3]),
                    Long.parseLong(part[4])))
        .findFirst();
  }

  /** This one and another process's after it. */
  public Usage plus(Usage other) {
    return new Usage(
        rows + other.rows,
        events + other.events,
        cpuSeconds + other.cpuSeconds,
        wallSeconds + other.wallSeconds,
        Math.max(peakMegabytes, other.peakMegabytes));
  }

  /** User and system time. */
  public double cpuSecondsPerMillion() {
    return cpuSeconds / events * 1e6;
  }
}
