package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests go one at a time until an answer shows that the platform takes the credential; from
 * then on side by side. What it refuses is asked once: all who wait behind are told the same, as
 * long as the credential is. Shared by all senders of an account.
 */
final class Proof {
  private final Account account;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile boolean isGiven;
  private Optional<Refusal> refused = Optional.empty();

  /** What was said of a credential. */
  private record Refusal(CredentialValues credential, Reading reading) {}

  Proof(Account account) {
    this.account = account;
  }

  /** A channel whose requests wait for their turn. */
  Channel before(Channel next) {
    return events -> isGiven ? next.send(events) : alone(next, events);
  }

  private Reading alone(Channel next, List<Event> events) throws InterruptedException {
    turn.lockInterruptibly();
    try {
      if (!isGiven) {
        CredentialValues used = account.credential();
        Optional<Reading> known =
            refused.filter(r -> r.credential.equals(used)).map(Refusal::reading);
        return known.isPresent() ? known.get() : judged(used, next.send(events));
      }
    } finally {
      turn.unlock();
    }
    return next.send(events);
  }

  private Reading judged(CredentialValues used, Reading reading) {
    if (reading instanceof Reading.RenewCredential) {
      refused = Optional.of(new Refusal(used, reading));
    } else if (reading instanceof Reading.Stop stop) {
      refused = Optional.of(new Refusal(used, new Reading.Stop(stop.code(), stop.words())));
    } else {
      isGiven = !(reading instanceof Reading.TryAgain);
    }
    return reading;
  }
}
