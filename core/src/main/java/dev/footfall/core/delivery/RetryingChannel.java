package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Repeats what may be repeated: exponential back-off with full jitter, never before the platform
 * said. When the attempts are used up on outages, the run stops rather than try every batch.
 */
final class RetryingChannel implements Channel {
  private final Channel next;
  private final RetryPolicy policy;
  private final Line line;

  RetryingChannel(Channel next, RetryPolicy policy, Line line) {
    this.next = next;
    this.policy = policy;
    this.line = line;
  }

  @Override
  public Reading send(List<Event> events) throws InterruptedException {
    Optional<Reading.LostRepeatable> lost = Optional.empty();
    int repeats = 0;
    for (int attempt = 1; ; attempt++) {
      Reading reading = next.send(events);
      if (reading instanceof Reading.LostRepeatable again) {
        lost = Optional.of(lost.orElse(again));
        if (repeats++ >= again.repeats() || attempt >= policy.attempts()) {
          return new Reading.Lost(again.words());
        }
        waitFor(backOff(attempt));
      } else if (reading instanceof Reading.TryAgain again) {
        if (attempt >= policy.attempts()) {
          return lost.isPresent() ? new Reading.Lost(again.words()) : usedUp(again);
        }
        waitFor(waitBefore(again, attempt));
      } else {
        return lost.isPresent() ? afterLoss(reading, lost.get()) : reading;
      }
      line.listener().requestRetried();
    }
  }

  private void waitFor(Duration wait) throws InterruptedException {
    line.time().pause(wait);
  }

  private Duration waitBefore(Reading.TryAgain again, int attempt) {
    Duration own = backOff(attempt);
    Duration asked = again.after().orElse(Duration.ZERO);
    Duration floor =
        again.cause() == Reading.Cause.THROTTLE ? policy.throttleFloor() : Duration.ZERO;
    Duration longest = own.compareTo(asked) > 0 ? own : asked;
    longest = longest.compareTo(floor) > 0 ? longest : floor;
    if (again.cause() == Reading.Cause.THROTTLE) {
      line.pace().hold(line.time().now().plus(longest));
    }
    return longest;
  }

  private Duration backOff(int attempt) {
    long grown = policy.base().toMillis() << Math.min(attempt - 1, 20);
    long most = Math.min(policy.cap().toMillis(), grown);
    return Duration.ofMillis(line.jitter().nextLong(most + 1));
  }

  private static Reading usedUp(Reading.TryAgain again) {
    Code code =
        again.cause() == Reading.Cause.THROTTLE ? Code.RATE_LIMITED : Code.PLATFORM_UNAVAILABLE;
    return again.atLast().orElseGet(() -> new Reading.Stop(code, again.words()));
  }

  /** After a lost answer a stop no longer proves that nothing was stored. */
  private static Reading afterLoss(Reading reading, Reading.LostRepeatable lost) {
    if (reading instanceof Reading.Stop stop) {
      return new Reading.Stop(stop.code(), stop.words(), true);
    }
    if (reading instanceof Reading.Settled settled && lost.ifAccepted().isPresent()) {
      return new Reading.Settled(
          settled.outcomes().stream()
              .map(o -> o instanceof Outcome.Accepted ? lost.ifAccepted().get() : o)
              .toList());
    }
    return reading;
  }
}
