package dev.footfall.core.event;

/**
 * What an event is known by in the ledger, before it is digested.
 *
 * @param own the event's identity: the same bytes as {@link EventMapper#identify} gave, or, where
 *     that gave none, bytes that name the event
 * @param alias a second identity under which it must not occur twice, such as an explicit event id;
 *     empty when there is none
 * @param kin a name that it shares with earlier versions of itself, which do not keep it from being
 *     sent; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // digested once, never compared
public record KeyMaterial(byte[] own, byte[] alias, byte[] kin) {
  private static final byte[] NONE = {};

  /** An identity, and a second one. */
  public KeyMaterial(byte[] own, byte[] alias) {
    this(own, alias, NONE);
  }

  /** An identity that earlier versions of the same thing do not share. */
  public static KeyMaterial versioned(byte[] own, byte[] kin) {
    return new KeyMaterial(own, NONE, kin);
  }

  /** One identity only. */
  public static KeyMaterial of(byte[] own) {
    return new KeyMaterial(own, NONE);
  }

  @Override
  public String toString() {
    return "KeyMaterial";
  }
}
