package dev.footfall.core.event;

import dev.footfall.core.source.Fingerprint;
import java.util.BitSet;
import java.util.OptionalLong;

/**
 * The values that an event sets, where each is sent only when it differs from what the platform was
 * told last: the members of the body's JSON object from {@code starts[0]} on, each with the comma
 * before it.
 *
 * @param starts where each value starts in the body, and where the last one ends
 * @param colons where each value's name ends, after the colon
 * @param clears which of them take a value away
 * @param terms which of them are due
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record Values(int[] starts, int[] colons, BitSet clears, Terms terms) {
  /**
   * Which values are due.
   *
   * @param onlyChanged whether a value that the platform has already is left out
   * @param clearsUnknown whether a value is taken away that nobody remembers to have been sent
   */
  public record Terms(boolean onlyChanged, boolean clearsUnknown) {}

  /** How many. */
  public int size() {
    return colons.length;
  }

  /** A fingerprint of a value in the event's body. */
  public long print(byte[] body, int value) {
    return Fingerprint.of(body, colons[value], starts[value + 1]);
  }

  /**
   * Whether a value goes out.
   *
   * @param print of the value now
   * @param before of what the platform was told last; empty when it was told nothing
   */
  public boolean isDue(int value, long print, OptionalLong before) {
    if (before.isEmpty()) {
      return !clears.get(value) || terms.clearsUnknown();
    }
    return before.getAsLong() != print || (!terms.onlyChanged() && !clears.get(value));
  }

  /** The body with these values alone. */
  public byte[] only(byte[] body, BitSet chosen) {
    ByteBuilder out = new ByteBuilder(body.length);
    out.add(body, 0, starts[0]);
    for (int value = chosen.nextSetBit(0); value >= 0; value = chosen.nextSetBit(value + 1)) {
      out.add(body, starts[value], starts[value + 1]);
    }
    return out.add(body, starts[size()], body.length).copy();
  }
}
