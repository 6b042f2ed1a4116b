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
 * said. When the attempts are used up on outages, or too many requests fail, the run stops rather
 * than try every batch; events that would grow too old meanwhile are not waited for.
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
    try {
      return new Tries(events).untilTheEnd();
    } finally {
      line.circuit().done();
    }
  }

  /** What became of one request so far. */
  private final class Tries {
    private final List<Event> events;
    private Optional<Reading.LostRepeatable> lost = Optional.empty();
    private int repeats;

    Tries(List<Event> events) {
      this.events = events;
    }

    Reading untilTheEnd() throws InterruptedException {
      for (int attempt = 1; ; attempt++) {
        Optional<Reading.Stop> out = line.circuit().pass();
        if (out.isPresent()) {
          return attempt == 1 ? notTried(out.get()) : stop(out.get());
        }
        if (attempt > 1) {
          line.listener().requestRetried();
        }
        Reading reading = tried();
        line.circuit().heard(reading);
        Optional<Duration> wait = waitAfter(reading, attempt);
        if (wait.isEmpty()) {
          return end(reading);
        }
        if (isTooLate(wait.get())) {
          return expired();
        }
        if (!line.budget().take()) {
          return overBudget(reading);
        }
        line.circuit().pause(line.time(), wait.get());
      }
    }

    private Reading tried() throws InterruptedException {
      try {
        return next.send(events);
      } catch (RuntimeException ours) {
        throw lost.isPresent() ? Stumbled.over(ours) : ours;
      }
    }

    /** How long to wait for the next try; empty when this was the last. */
    private Optional<Duration> waitAfter(Reading reading, int attempt) {
      boolean isLast = attempt >= policy.attempts();
      if (reading instanceof Reading.LostRepeatable again) {
        lost = Optional.of(lost.orElse(again));
        isLast |= repeats++ >= again.repeats();
        return isLast ? Optional.empty() : Optional.of(backOff(attempt));
      }
      return reading instanceof Reading.TryAgain again && !isLast
          ? Optional.of(waitBefore(again, attempt))
          : Optional.empty();
    }

    private Reading end(Reading reading) {
      if (reading instanceof Reading.TryAgain again) {
        return line.circuit().broken(stop(usedUp(again)));
      }
      if (reading instanceof Reading.LostRepeatable again) {
        return givenUp(new Reading.Lost(again.words()));
      }
      if (reading instanceof Reading.Lost gone) {
        return givenUp(gone);
      }
      if (!(reading instanceof Reading.Stop)) {
        line.budget().earn();
      }
      return lost.isPresent() ? afterLoss(reading, lost.get()) : reading;
    }

    /** Further ones would share its fate: what they carry had better not be risked. */
    private Reading givenUp(Reading.Lost gone) {
      if (!line.circuit().isHopeless()) {
        return gone;
      }
      String words = line.circuit().words(gone.words());
      return line.circuit().broken(new Reading.Stop(Code.PLATFORM_UNAVAILABLE, words, true));
    }

    private Reading overBudget(Reading reading) {
      Reading.Stop stop =
          reading instanceof Reading.TryAgain again
              ? usedUp(again)
              : new Reading.Stop(
                  Code.PLATFORM_UNAVAILABLE,
                  line.circuit().words(lost.map(Reading.LostRepeatable::words).orElse("none")));
      String words = "too many requests fail to repeat any more of them: " + stop.words();
      return line.circuit().broken(stop(new Reading.Stop(stop.code(), words)));
    }

    /** Whoever gave up stops the run. */
    private Reading notTried(Reading.Stop out) {
      return events.isEmpty()
          ? out
          : Reading.all(events.size(), new Outcome.NotSent(Code.NOT_ATTEMPTED, out.words()));
    }

    /** After a lost answer a stop no longer proves that nothing was stored. */
    private Reading.Stop stop(Reading.Stop stop) {
      return new Reading.Stop(stop.code(), stop.words(), stop.maybeStored() || lost.isPresent());
    }

    /** Whether all events will have grown too old when the wait is over. */
    private boolean isTooLate(Duration wait) {
      long then = line.time().now().plus(wait).getEpochSecond();
      return !events.isEmpty() && events.stream().allMatch(event -> event.expiresAt() < then);
    }

    private Reading expired() {
      return lost.isPresent()
          ? new Reading.Lost(lost.get().words())
          : Reading.all(events.size(), new Outcome.Expired());
    }
  }

  private Duration waitBefore(Reading.TryAgain again, int attempt) {
    Duration own = backOff(attempt);
    Duration asked = again.after().orElse(Duration.ZERO);
    Duration floor =
        again.cause() == Reading.Cause.THROTTLE ? policy.throttleFloor() : Duration.ZERO;
    Duration longest = own.compareTo(asked) > 0 ? own : asked;
    longest = longest.compareTo(floor) > 0 ? longest : floor;
    if (again.cause() == Reading.Cause.THROTTLE) {
      line.pace().hold(longest);
    }
    return longest;
  }

  private Duration backOff(int attempt) {
    long grown = policy.base().toMillis() << Math.min(attempt - 1, 20);
    long most = Math.min(policy.cap().toMillis(), grown);
    return Duration.ofMillis(line.jitter().nextLong(most + 1));
  }

  private Reading.Stop usedUp(Reading.TryAgain again) {
    Code code =
        again.cause() == Reading.Cause.THROTTLE ? Code.RATE_LIMITED : Code.PLATFORM_UNAVAILABLE;
    return again
        .atLast()
        .orElseGet(() -> new Reading.Stop(code, line.circuit().words(again.words())));
  }

  /** What an event was told after its answer was lost once proves less. */
  private static Reading afterLoss(Reading reading, Reading.LostRepeatable lost) {
    if (reading instanceof Reading.Stop stop) {
      return new Reading.Stop(stop.code(), stop.words(), true);
    }
    return reading instanceof Reading.Settled settled
        ? new Reading.Settled(settled.outcomes().stream().map(o -> afterLoss(o, lost)).toList())
        : reading;
  }

  private static Outcome afterLoss(Outcome outcome, Reading.LostRepeatable lost) {
    if (outcome instanceof Outcome.Expired) {
      return new Outcome.Unknown(lost.words());
    }
    return outcome instanceof Outcome.Accepted ? lost.ifAccepted().orElse(outcome) : outcome;
  }
}
