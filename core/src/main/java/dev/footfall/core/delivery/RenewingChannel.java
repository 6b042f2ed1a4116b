package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.event.Event;
import java.util.List;
import java.util.Optional;

/**
 * Renews a token before its end, and once when the platform refused it, and sends again; else the
 * run stops. Where the tokens are given out of reach, that is an outage like any other: whoever
 * sends may try again.
 */
final class RenewingChannel implements Channel {
  private final Channel next;
  private final Account account;
  private final Line line;

  RenewingChannel(Channel next, Account account, Line line) {
    this.next = next;
    this.account = account;
    this.line = line;
  }

  @Override
  public Reading send(List<Event> events) throws InterruptedException {
    Optional<Reading> obstacle = account.renewEarly().flatMap(this::obstacleAhead);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    CredentialValues used = account.credential();
    Reading reading = next.send(events);
    return reading instanceof Reading.RenewCredential refused
        ? renewed(refused, used, events)
        : reading;
  }

  /** A token that still works is used, renewed or not. */
  private Optional<Reading> obstacleAhead(Renewal.Result early) {
    Optional<Reading> obstacle = obstacle(early);
    if (obstacle.isPresent() && account.credential().worksAt(line.time().now())) {
      line.listener().warning(Code.TOKEN_RENEWAL_FAILED, Code.TOKEN_RENEWAL_FAILED.meaning());
      return Optional.empty();
    }
    return obstacle;
  }

  private Reading renewed(
      Reading.RenewCredential refused, CredentialValues used, List<Event> events)
      throws InterruptedException {
    Optional<Renewal.Result> renewal = account.renew(used);
    if (renewal.isEmpty()) {
      return rejected(refused);
    }
    Optional<Reading> obstacle = obstacle(renewal.get());
    Reading reading = obstacle.isPresent() ? obstacle.get() : next.send(events);
    return reading instanceof Reading.RenewCredential again ? rejected(again) : reading;
  }

  private static Reading rejected(Reading.RenewCredential refused) {
    return new Reading.Stop(Code.CREDENTIALS_REJECTED, refused.words());
  }

  /** What keeps from sending after a renewal; nothing when it gave a token. */
  private Optional<Reading> obstacle(Renewal.Result result) {
    if (result instanceof Renewal.Result.TryAgain again) {
      Optional<Reading> stop =
          again.after().flatMap(wait -> RetryAfter.tooLong(wait, again.words(), line));
      return stop.isPresent()
          ? stop
          : Optional.of(new Reading.TryAgain(Reading.Cause.OUTAGE, again.after(), again.words()));
    }
    return result instanceof Renewal.Result.Refused refused
        ? Optional.of(new Reading.Stop(refused.code(), refused.words()))
        : Optional.empty();
  }
}
