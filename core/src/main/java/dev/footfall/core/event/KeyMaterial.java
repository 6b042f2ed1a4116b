package dev.footfall.core.event;

/**
 * What an event is known by in the ledger, before it is digested.
 *
 * @param own the event's identity: the same bytes as {@link EventMapper#identify} gave, or, where
 *     that gave none, bytes that name the event
 * @param alias a second identity under which it must not occur twice, such as an explicit event id;
 *     empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // digested once, never compared
public record KeyMaterial(byte[] own, byte[] alias) {
  private static final byte[] NONE = {};

  /** One identity only. */
  public static KeyMaterial of(byte[] own) {
    return new KeyMaterial(own, NONE);
  }

  @Override
  public String toString() {
    return "KeyMaterial";
  }
}
