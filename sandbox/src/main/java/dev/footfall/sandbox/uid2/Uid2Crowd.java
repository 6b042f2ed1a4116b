package dev.footfall.sandbox.uid2;

import dev.footfall.sandbox.platform.Injection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests are being answered at once. */
final class Uid2Crowd {
  private static final int MOST = 20;
  private static final int DELAY = 100;

  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  /** Whether there is room for one more; it stays, and takes its time when that was asked for. */
  boolean enters(Optional<Injection> crowded) {
    int now = inside.incrementAndGet();
    most.accumulateAndGet(now, Math::max);
    if (now > crowded.map(asked -> asked.number("most", MOST)).orElse(MOST)) {
      return false;
    }
    crowded.ifPresent(asked -> linger(asked.number("delay_ms", DELAY)));
    return true;
  }

  void leave() {
    inside.decrementAndGet();
  }

  int mostAtOnce() {
    return most.get();
  }

  void reset() {
    most.set(0);
  }

  private static void linger(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
