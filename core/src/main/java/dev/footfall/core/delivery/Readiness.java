package dev.footfall.core.delivery;

import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Makes an account ready before the first request: its token is renewed where that is due, as
 * patiently as requests are sent.
 */
public final class Readiness {
  private static final Channel NOTHING = events -> new Reading.Settled(List.of());

  private Readiness() {}

  /** Why nobody may ask the platform yet, where an earlier answer said so for long. */
  public static Optional<Reading.Stop> held(Line line) {
    return Optional.of(line.pace().heldFor())
        .filter(hold -> !RetryAfter.isBearable(hold))
        .map(hold -> RetryAfter.held(hold, line));
  }

  /** Why the account cannot send; empty when it can. */
  public static Optional<Reading.Stop> of(Account account, RetryPolicy policy, Line line)
      throws InterruptedException {
    Channel renewing = new RenewingChannel(NOTHING, account, line);
    Reading end = new RetryingChannel(renewing, policy, line).send(List.of());
    return end instanceof Reading.Stop stop ? Optional.of(stop) : Optional.empty();
  }
}
