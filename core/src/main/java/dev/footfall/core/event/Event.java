package dev.footfall.core.event;

/**
 * One event, encoded: what a request carries, and what the books need to know of it.
 *
 * @param body the event's bytes, made once: a JSON object, or whole lines of a file
 * @param id the event id that the platform sees; may be empty where it has none
 * @param partition events of different partitions never share a request or file
 * @param time when it happened, Unix seconds
 * @param expiresAt last Unix second at which it may still be sent
 * @param rows the rows that it stands for
 * @param keys what the ledger knows it by
 */
@SuppressWarnings("ArrayRecordComponent") // encoded once, never compared
public record Event(
    byte[] body,
    String id,
    String partition,
    long time,
    long expiresAt,
    EventRows rows,
    KeyMaterial keys) {
  /** The same event, its bytes let go after they were written. */
  public Event withoutBody() {
    return new Event(new byte[0], id, partition, time, expiresAt, rows, keys);
  }

  /** Neither id nor body: they may tell who bought. */
  @Override
  public String toString() {
    return "Event of " + body.length + " bytes, " + rows.count() + " rows";
  }
}
