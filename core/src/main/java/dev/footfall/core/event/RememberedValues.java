package dev.footfall.core.event;

import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Fingerprint;
import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * What the short values that a field saw lately became: given names, places and genders come again
 * with every other customer, and looking them up is cheaper than normalising and hashing them.
 *
 * <p>E-mails and phones do not come again: a field that seldom finds a value stops looking. Holds
 * personal data in memory only. One thread.
 */
final class RememberedValues {
  private static final int SLOTS = 512;
  private static final int LONGEST = 64;

  /** Look-ups after which is judged whether they were worth it. */
  private static final int TRIAL = 4096;

  private static final int FEWEST_FOUND = TRIAL / 4;
  private static final byte[] REFUSED = {};
  private static final Subject NOBODY = new Subject("", "", LocalDate.EPOCH);

  private final byte[][] raws = new byte[SLOTS][];
  private final Subject[] subjects = new Subject[SLOTS];
  private final byte[][] values = new byte[SLOTS][];
  private boolean isWorthIt = true;
  private int asked;
  private int found;
  private int slot;

  RememberedValues() {
    forget();
  }

  private void forget() {
    Arrays.fill(raws, REFUSED);
    Arrays.fill(subjects, NOBODY);
    Arrays.fill(values, REFUSED);
  }

  /** Whether it is known what a raw value of a row becomes; {@link #value} then tells. */
  @SuppressWarnings("ReferenceEquality") // another subject of equal content only costs time
  boolean knows(Text raw, Subject subject) {
    if (!isWorthIt || raw.length() > LONGEST) {
      return false;
    }
    if (asked++ == TRIAL) {
      judge();
    }
    slot = (int) (Fingerprint.of(raw.bytes(), raw.start(), raw.end()) & (SLOTS - 1));
    if (subjects[slot] != subject || !raw.sameBytes(raws[slot])) {
      return false;
    }
    found++;
    return true;
  }

  private void judge() {
    isWorthIt = found >= FEWEST_FOUND;
    asked = 1;
    found = 0;
    if (!isWorthIt) {
      forget();
    }
  }

  /** Whether the value that is known was refused. */
  boolean isRefused() {
    return values[slot].length == 0;
  }

  /** What the value that is known became, unless it was refused. */
  byte[] value() {
    return values[slot];
  }

  /** The raw value that was not known became this; a value of no bytes was refused. */
  void learn(Text raw, Subject subject, byte[] value, int length) {
    if (isWorthIt && raw.length() <= LONGEST && length <= LONGEST) {
      raws[slot] = raw.copy();
      subjects[slot] = subject;
      values[slot] = length == 0 ? REFUSED : Arrays.copyOf(value, length);
    }
  }
}
