package dev.footfall.core.run;

import dev.footfall.core.destination.Code;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The books of one run: every row that was read has exactly one fate. Safe for several threads. */
public final class Books {
  private final Map<String, Long> rejected = new TreeMap<>();
  private final Map<String, Long> refused = new TreeMap<>();
  private final Map<String, Long> warnings = new TreeMap<>();
  private final Map<RowFate, Long> rows = new EnumMap<>(RowFate.class);
  private final Map<RowFate, Long> events = new EnumMap<>(RowFate.class);
  private long read;
  private long built;
  private long sent;
  private long retried;
  private long bisected;

  /** Rows came from the source. */
  public synchronized void read(long count) {
    read += count;
  }

  /** An event was built. */
  public synchronized void built() {
    built++;
  }

  /** Rows of no event were rejected by us. */
  public synchronized void rejectedRows(Code code, long count) {
    rows.merge(RowFate.REJECTED, count, Long::sum);
    rejected.merge(code.name(), count, Long::sum);
  }

  /** Rows for which another row of the same group stands. */
  public synchronized void mergedRows(long count) {
    rows.merge(RowFate.DUPLICATE, count, Long::sum);
  }

  /** Rows that became no event met a fate that needs no code. */
  public synchronized void rows(RowFate fate, long count) {
    rows.merge(fate, count, Long::sum);
  }

  /** An event and its rows met a fate that needs no code. */
  public synchronized void event(RowFate fate, long count) {
    rows.merge(fate, count, Long::sum);
    events.merge(fate, 1L, Long::sum);
  }

  /** An event that had been built was rejected by us after all. */
  public synchronized void rejectedEvent(Code code, long count) {
    event(RowFate.REJECTED, count);
    rejected.merge(code.name(), count, Long::sum);
  }

  /** The platform refused an event. */
  public synchronized void refusedEvent(String platformCode, long count) {
    event(RowFate.REFUSED, count);
    refused.merge(platformCode, count, Long::sum);
  }

  /** Something worth knowing. */
  public synchronized void warning(Code code, long count) {
    warnings.merge(code.name(), count, Long::sum);
  }

  /** A request left. */
  public synchronized void requestSent() {
    sent++;
  }

  /** A request was repeated. */
  public synchronized void requestRetried() {
    retried++;
  }

  /** A request carried a part of a refused one. */
  public synchronized void requestBisected() {
    bisected++;
  }

  /** The run has ended before its rows had: those without a fate are not sent. */
  public synchronized void close() {
    long left = read - rows.values().stream().mapToLong(Long::longValue).sum();
    if (left > 0) {
      rows.merge(RowFate.NOT_SENT, left, Long::sum);
    }
  }

  /** What the books say now. */
  public synchronized Sums sums() {
    return new Sums(
        new RowSums(read, new EnumMap<>(rows), new TreeMap<>(rejected), new TreeMap<>(refused)),
        new EventSums(built, new EnumMap<>(events)),
        new RequestSums(sent, retried, bisected),
        new TreeMap<>(warnings));
  }

  /**
   * A copy of the books.
   *
   * @param warnings code to count
   */
  public record Sums(
      RowSums rows, EventSums events, RequestSums requests, Map<String, Long> warnings) {
    /** Copies the map. */
    public Sums {
      warnings = new TreeMap<>(warnings);
    }

    /** Whether every row that was read has exactly one fate. */
    public boolean balance() {
      return rows.read() == rows.accounted();
    }
  }

  /**
   * Rows.
   *
   * @param read from the source
   * @param byFate fate to count
   * @param rejected our code to rows
   * @param refused the platform's code to rows
   */
  public record RowSums(
      long read, Map<RowFate, Long> byFate, Map<String, Long> rejected, Map<String, Long> refused) {
    /** Rows of one fate. */
    public long of(RowFate fate) {
      return byFate.getOrDefault(fate, 0L);
    }

    /** Rows that have a fate. */
    public long accounted() {
      return byFate.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Events.
   *
   * @param built from rows
   * @param byFate fate to count
   */
  public record EventSums(long built, Map<RowFate, Long> byFate) {
    /** Events of one fate. */
    public long of(RowFate fate) {
      return byFate.getOrDefault(fate, 0L);
    }
  }

  /** Requests: all that left, those repeated, those that carried a part of a refused one. */
  public record RequestSums(long sent, long retried, long bisected) {}
}
