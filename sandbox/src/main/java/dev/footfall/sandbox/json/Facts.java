package dev.footfall.sandbox.json;

import java.util.Arrays;

/**
 * The values of one event that its judge asked to keep; reused from event to event, so nothing may
 * hold on to it.
 */
public final class Facts {
  private final String[] texts;
  private final long[] numbers;
  private long present;

  /** Room for slots 0 to {@code slots - 1}. */
  public Facts(int slots) {
    this.texts = new String[slots];
    this.numbers = new long[slots];
    clear();
  }

  /** Whether the slot's key was there, whatever its value. */
  public boolean has(int slot) {
    return (present & 1L << slot) != 0;
  }

  /** The text of a slot; empty when it was not there. */
  public String text(int slot) {
    return texts[slot];
  }

  /** The number of a slot; 0 when it was not there. */
  public long number(int slot) {
    return numbers[slot];
  }

  void text(int slot, String text) {
    if (slot != Shape.NO_SLOT) {
      texts[slot] = text;
      present |= 1L << slot;
    }
  }

  void number(int slot, long number) {
    if (slot != Shape.NO_SLOT) {
      numbers[slot] = number;
      present |= 1L << slot;
    }
  }

  void clear() {
    Arrays.fill(texts, "");
    Arrays.fill(numbers, 0);
    present = 0;
  }
}
