package dev.footfall.core.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Sees what occurs twice in one run and remembers nothing else: for runs that keep no ledger. No
 * object for each key: 23 to 46 bytes of memory, and half as much again while it grows.
 */
public final class ForgetfulRun implements LedgerRun {
  private static final byte FREE = 0;
  private static final byte RESERVED = 1;
  private static final byte CLAIMED = 2;
  private static final byte RELEASED = 3;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[2 << 10];
  private byte[] states = new byte[1 << 10];
  private int used;
  private long claims;

  /** A run that has seen nothing. */
  public ForgetfulRun() {}

  @Override
  public synchronized List<Known> reserve(List<LedgerKey> wanted) {
    List<Known> answers = new ArrayList<>(wanted.size());
    for (LedgerKey key : wanted) {
      answers.add(enter(key, RESERVED) ? Known.NEW : Known.DUPLICATE);
    }
    return answers;
  }

  /** Whether the key was not there. */
  private boolean enter(LedgerKey key, byte state) {
    if (4L * (used + 1) > 3L * states.length) {
      grow();
    }
    int at = place(key.high(), key.low());
    boolean isNew = states[at] == FREE || states[at] == RELEASED;
    used += states[at] == FREE ? 1 : 0;
    keys[2 * at] = key.high();
    keys[2 * at + 1] = key.low();
    if (isNew || state == CLAIMED) {
      states[at] = state;
    }
    return isNew;
  }

  /** Where a key stands, or where it would. */
  private int place(long high, long low) {
    int mask = states.length - 1;
    int at = (int) (((high ^ low) * SPREAD) >>> 32) & mask;
    while (states[at] != FREE && (keys[2 * at] != high || keys[2 * at + 1] != low)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    byte[] oldStates = states;
    states = new byte[Math.multiplyExact(oldStates.length, 2)];
    keys = new long[Math.multiplyExact(states.length, 2)];
    used = 0;
    for (int i = 0; i < oldStates.length; i++) {
      if (oldStates[i] == RESERVED || oldStates[i] == CLAIMED) {
        int at = place(oldKeys[2 * i], oldKeys[2 * i + 1]);
        keys[2 * at] = oldKeys[2 * i];
        keys[2 * at + 1] = oldKeys[2 * i + 1];
        states[at] = oldStates[i];
        used++;
      }
    }
  }

  @Override
  public synchronized void release(LedgerKey key) {
    int at = place(key.high(), key.low());
    if (states[at] == RESERVED) {
      states[at] = RELEASED;
    }
  }

  @Override
  public synchronized long claim(List<LedgerEntry> entries) {
    entries.forEach(entry -> enter(entry.key(), CLAIMED));
    return ++claims;
  }

  /** Nothing is kept, so nothing is settled. */
  @Override
  public void settle(long claim, List<Settlement> settlements) {}

  @Override
  public void close() {}
}
