package dev.footfall.core.ledger;

import java.util.HashSet;
import java.util.Set;

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
    private final Set<Event> delivered = new HashSet<>();
    private final Set<Event> unknown = new HashSet<>();

    /** Counts nothing yet. */
    public Counter() {}

    /** An event as its lines have it in common. */
    private record Event(long idPrint, long payloadPrint, long eventTime) {}

    /** Counts a line. */
    public void add(KeyState state, LedgerEntry line) {
      Event event = new Event(line.idPrint(), line.payloadPrint(), line.eventTime());
      if (state == KeyState.DELIVERED) {
        delivered.add(event);
      } else if (state == KeyState.UNKNOWN) {
        unknown.add(event);
      }
    }

    /** What was counted. */
    public Tally sum() {
      return new Tally(delivered.size(), unknown.size());
    }
  }
}
