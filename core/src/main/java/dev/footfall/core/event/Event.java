package dev.footfall.core.event;

import java.util.Optional;

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
 * @param values the values that it sets, where only those are sent that the platform lacks
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
    int parts,
    Optional<Values> values) {
  /** An event that adds to what the platform has. */
  public Event(
      byte[] body,
      String id,
      String partition,
      long time,
      long expiresAt,
      EventRows rows,
      KeyMaterial keys,
      int parts) {
    this(body, id, partition, time, expiresAt, rows, keys, parts, Optional.empty());
  }

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
    return new Event(
        other, id, partition, time, expiresAt, rows, keys, otherParts, Optional.empty());
  }

  /** The same event, which sets values. */
  public Event setting(Values set) {
    return new Event(body, id, partition, time, expiresAt, rows, keys, parts, Optional.of(set));
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
