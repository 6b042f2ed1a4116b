package dev.footfall.sandbox;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that can be stopped at an instant and let go again, also while requests are being judged.
 */
public final class SandboxClock implements InstantSource {
  private final InstantSource given;
  private volatile InstantSource current;

  SandboxClock(InstantSource given) {
    this.given = given;
    this.current = given;
  }

  @Override
  public Instant instant() {
    return current.instant();
  }

  /** Stands still at an instant. */
  public void stopAt(Instant instant) {
    current = InstantSource.fixed(instant);
  }

  /** Runs again as it was given. */
  public void letGo() {
    current = given;
  }
}
