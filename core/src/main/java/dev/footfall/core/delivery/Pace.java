package dev.footfall.core.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * When the next request to an account may leave: evenly spread, and never before the platform said.
 * Shared by all senders of the account.
 */
public final class Pace {
  private final Time time;
  private final Duration between;
  private Instant nextSlot = Instant.MIN;
  private Instant notBefore = Instant.MIN;
  private boolean narrow;
  private int underWay;

  /** At most so many requests a minute. */
  public Pace(Time time, int requestsPerMinute) {
    this.time = time;
    this.between = Duration.ofMinutes(1).dividedBy(requestsPerMinute);
  }

  /** Waits for this request's slot. */
  public void await() throws InterruptedException {
    Duration wait = reserve();
    while (wait.compareTo(Duration.ZERO) > 0) {
      time.pause(wait);
      wait = rest();
    }
  }

  /** Lets nobody send before that instant. */
  public synchronized void hold(Instant until) {
    if (until.isAfter(notBefore)) {
      notBefore = until;
    }
  }

  /** Waits until this request may be under way; every entry is followed by {@link #leave}. */
  synchronized void enter() throws InterruptedException {
    while (narrow && underWay > 0) {
      wait();
    }
    underWay++;
  }

  /** The request is no longer under way; from now on one at a time, or as many as there are. */
  synchronized void leave(boolean oneAtATime) {
    narrow = oneAtATime;
    underWay--;
    notifyAll();
  }

  synchronized boolean isNarrow() {
    return narrow;
  }

  private synchronized Duration reserve() {
    Instant now = time.now();
    Instant slot = latest(now, nextSlot, notBefore);
    nextSlot = slot.plus(between);
    return Duration.between(now, slot);
  }

  /** What is still to be waited when a hold came in the meantime. */
  private synchronized Duration rest() {
    return notBefore.equals(Instant.MIN) ? Duration.ZERO : Duration.between(time.now(), notBefore);
  }

  private static Instant latest(Instant a, Instant b, Instant c) {
    Instant later = a.isAfter(b) ? a : b;
    return later.isAfter(c) ? later : c;
  }
}
