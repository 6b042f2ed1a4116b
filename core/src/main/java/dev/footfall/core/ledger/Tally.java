package dev.footfall.core.ledger;

import java.util.List;

/**
 * What the ledger holds in a run's name.
 *
 * @param delivered events that the platform accepted
 * @param unknown events that were sent, or about to be, and have no answer
 */
public record Tally(long delivered, long unknown) {
  /** Nothing is known of it. */
  public static final Tally NONE = new Tally(0, 0);

  /** Counts lines; an event may have two, one for each of its identities. */
  public static final class Counter {
    private final ForgetfulRun seen = new ForgetfulRun();
    private final ForgetfulRun lost = new ForgetfulRun();
    private long delivered;
    private long unknown;

    /** Counts nothing yet. */
    public Counter() {}

    /** Counts a line. */
    public void add(KeyState state, LedgerEntry line) {
      if (state == KeyState.DELIVERED) {
        delivered += isFirst(seen, line) ? 1 : 0;
      } else if (state == KeyState.UNKNOWN) {
        unknown += isFirst(lost, line) ? 1 : 0;
      }
    }

    /** An event is what its lines have in common. */
    private static boolean isFirst(ForgetfulRun events, LedgerEntry line) {
      long id = line.idPrint() ^ Long.rotateLeft(line.eventTime(), Integer.SIZE);
      LedgerKey event = new LedgerKey(id, line.payloadPrint());
      return events.reserve(List.of(event)).get(0).state() == KeyState.NEW;
    }

    /** What was counted. */
    public Tally sum() {
      return new Tally(delivered, unknown);
    }
  }
}
