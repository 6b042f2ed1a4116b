package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Restraint;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One request, one answer: paced, and heeding {@code Retry-After} on every answer. */
final class WireChannel implements Channel {
  private final Talk talk;
  private final Account account;
  private final Line line;

  WireChannel(Talk talk, Account account, Line line) {
    this.talk = talk;
    this.account = account;
    this.line = line;
  }

  @Override
  public Reading send(List<Event> events) throws InterruptedException {
    line.pace().await();
    line.pace().enter();
    line.listener().requestSent();
    boolean narrow = line.pace().isNarrow();
    try {
      HttpAnswer answer = line.wire().send(talk.call(events, account.credential()));
      Restraint restraint = talk.restraint(answer);
      narrow = restraint.oneAtATime();
      line.pace().hold(line.time().now().plus(restraint.pause()));
      return heeded(answer, events);
    } catch (WireFault fault) {
      return fault.maybeStored()
          ? talk.lost(events)
          : new Reading.TryAgain(
              Reading.Cause.OUTAGE, Optional.empty(), String.valueOf(fault.getMessage()));
    } finally {
      line.pace().leave(narrow);
    }
  }

  private Reading heeded(HttpAnswer answer, List<Event> events) {
    if (answer.status() >= 300 && answer.status() < 400) {
      return new Reading.Stop(
          Code.CONFIGURATION_FAULT, "the platform redirects (HTTP " + answer.status() + ")");
    }
    Instant now = line.time().now();
    Optional<Duration> hold = RetryAfter.of(answer, now);
    Reading reading = talk.read(answer, events);
    if (hold.isPresent() && reading instanceof Reading.TryAgain again) {
      Duration asked = again.after().filter(d -> d.compareTo(hold.get()) > 0).orElse(hold.get());
      reading = again.after(asked);
    }
    hold.ifPresent(wait -> line.pace().hold(now.plus(wait)));
    if (reading instanceof Reading.TryAgain again && again.after().isPresent()) {
      return RetryAfter.tooLong(again.after().get(), again.words(), line).orElse(reading);
    }
    return reading;
  }
}
