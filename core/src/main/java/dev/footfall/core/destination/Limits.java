package dev.footfall.core.destination;

/**
 * What fits one request or file, and how fast they may follow.
 *
 * @param events most events in one
 * @param bytes most bytes of one body or file
 * @param eventBytes most bytes of one event
 * @param inFlight most requests under way at once to one target
 * @param requestsPerMinute most requests in a minute to one target
 */
public record Limits(int events, long bytes, int eventBytes, int inFlight, int requestsPerMinute) {
  /** The same limits with at most {@code most} events. */
  public Limits withEvents(int most) {
    return new Limits(Math.min(events, most), bytes, eventBytes, inFlight, requestsPerMinute);
  }

  /** The same limits with at most {@code most} bytes. */
  public Limits withBytes(long most) {
    return new Limits(events, Math.min(bytes, most), eventBytes, inFlight, requestsPerMinute);
  }

  /** The same limits with at most {@code most} requests a minute. */
  public Limits withRequestsPerMinute(int most) {
    return new Limits(events, bytes, eventBytes, inFlight, Math.min(requestsPerMinute, most));
  }
}
