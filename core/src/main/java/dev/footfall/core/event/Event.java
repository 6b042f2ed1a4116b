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
 * @param parts how many of the platform's objects its bytes are, commas between them: a purchase of
 *     which each hundred units is an object, a sale told once for each identity. They count against
 *     the limit of events, are never torn apart, and share one fate
 */
@SuppressWarnings("ArrayRecordComponent") // encoded once, never compared
public record Event(
    byte[] body,
    String id,
    String partition,
    long time,
    long expiresAt,
    EventRows rows,
    KeyMaterial keys,
    int parts) {
  /** An event of one part. */
  public Event(
      byte[] body,
      String id,
      String partition,
      long time,
      long expiresAt,
      EventRows rows,
      KeyMaterial keys) {
    this(body, id, partition, time, expiresAt, rows, keys, 1);
  }

  /** The same event in other words. */
  public Event withBody(byte[] other, int otherParts) {
    return new Event(other, id, partition, time, expiresAt, rows, keys, otherParts);
  }

  /** The same event, its bytes let go after they were written. */
  public Event withoutBody() {
    return withBody(new byte[0], parts);
  }

  /** Neither id nor body: they may tell who bought. */
  @Override
  public String toString() {
    return "Event of " + body.length + " bytes, " + rows.count() + " rows";
  }
}
