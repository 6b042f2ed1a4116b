package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Restraint;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request, one answer; the pace heeds what the answer says of it, {@code Retry-After} above
 * all.
 */
final class WireChannel implements Channel {
  private static final int TOO_MANY_REQUESTS = 429;

  private final Talk talk;
  private final Account account;
  private final Line line;
  private final Departure departure;

  WireChannel(Talk talk, Account account, Line line) {
    this(talk, account, line, Departure.FREE);
  }

  WireChannel(Talk talk, Account account, Line line, Departure departure) {
    this.talk = talk;
    this.account = account;
    this.line = line;
    this.departure = departure;
  }

  @Override
  public Reading send(List<Event> events) throws InterruptedException {
    try {
      departure.check();
    } catch (Departure.Refused refused) {
      return Post.FAULT;
    }
    line.listener().requestSent();
    HttpCall call = talk.call(events, account.credential());
    try {
      return answered(call, events);
    } catch (Departure.Refused refused) {
      return Post.FAULT;
    } catch (RuntimeException ours) {
      throw Stumbled.over(ours);
    }
  }

  private Reading answered(HttpCall call, List<Event> events) throws InterruptedException {
    try {
      Instant left = line.time().now();
      HttpAnswer answer = line.wire().send(call, departure);
      Restraint restraint = talk.restraint(answer);
      line.pace().narrow(restraint.oneAtATime());
      line.pace().hold(restraint.pause());
      Reading reading = heeded(answer, events);
      adapt(answer, reading, Duration.between(left, line.time().now()));
      return reading;
    } catch (WireFault fault) {
      if (fault.lasts()) {
        return new Reading.Stop(
            Code.CONFIGURATION_FAULT, String.valueOf(fault.getMessage()), false);
      }
      return fault.maybeStored()
          ? talk.lost(events)
          : new Reading.TryAgain(
              Reading.Cause.OUTAGE, Optional.empty(), String.valueOf(fault.getMessage()));
    }
  }

  private void adapt(HttpAnswer answer, Reading reading, Duration took) {
    boolean isAgain = reading instanceof Reading.TryAgain;
    if (answer.status() == TOO_MANY_REQUESTS
        || (reading instanceof Reading.TryAgain again && again.cause() == Reading.Cause.THROTTLE)) {
      line.pace().throttled(took);
    } else if (!isAgain) {
      line.pace().succeeded();
    }
  }

  private Reading heeded(HttpAnswer answer, List<Event> events) {
    if (answer.status() >= 300 && answer.status() < 400) {
      return new Reading.Stop(
          Code.CONFIGURATION_FAULT, "the platform redirects (HTTP " + answer.status() + ")");
    }
    Optional<Duration> hold = RetryAfter.of(answer, line.pace().clock().now());
    Reading reading = talk.read(answer, events);
    if (hold.isPresent() && reading instanceof Reading.TryAgain again) {
      Duration asked = again.after().filter(d -> d.compareTo(hold.get()) > 0).orElse(hold.get());
      reading = again.after(asked);
    }
    hold.ifPresent(line.pace()::hold);
    if (reading instanceof Reading.TryAgain again && again.after().isPresent()) {
      return RetryAfter.tooLong(again.after().get(), again.words(), line).orElse(reading);
    }
    return reading;
  }
}
