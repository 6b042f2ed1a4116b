package dev.footfall.core.delivery;

import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.util.List;

/**
 * Waits for the judgement of a platform that takes requests and judges them later: asks as often as
 * the destination says. A question that fails never has the events sent again.
 */
final class JudgingChannel implements Channel {
  /** How long a judgement is waited for when the run is to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Channel next;
  private final Account account;
  private final RetryPolicy policy;
  private final Line line;

  JudgingChannel(Channel next, Account account, RetryPolicy policy, Line line) {
    this.next = next;
    this.account = account;
    this.policy = policy;
    this.line = line;
  }

  @Override
  public Reading send(List<Event> events) throws InterruptedException {
    Reading reading = next.send(events);
    try {
      Duration afterHalt = Duration.ZERO;
      while (reading instanceof Reading.JudgedLater later) {
        boolean isHalted = line.circuit().halted().isPresent();
        afterHalt = isHalted ? afterHalt.plus(later.inquiry().after()) : afterHalt;
        reading =
            isInTime(later.inquiry(), afterHalt)
                ? asked(later.inquiry(), isHalted, events)
                : later.inquiry().unanswered(events);
      }
    } catch (RuntimeException ours) { // the events are there
      throw Stumbled.over(ours);
    }
    return reading;
  }

  private boolean isInTime(Inquiry inquiry, Duration afterHalt) {
    return afterHalt.compareTo(PATIENCE) <= 0
        && !line.time().now().plus(inquiry.after()).isAfter(line.deadline());
  }

  /** A halt cuts one wait short, and asks at once. */
  private Reading asked(Inquiry inquiry, boolean isHalted, List<Event> events)
      throws InterruptedException {
    if (isHalted) {
      line.time().pause(inquiry.after());
    } else {
      line.circuit().pause(line.time(), inquiry.after());
    }
    Line own = line.forQuestion();
    Channel wire = new PacedChannel(new WireChannel(Talk.of(inquiry), account, own), own);
    Channel question = new RenewingChannel(wire, account, own);
    // The question grows no older with the events, which are sent already.
    Reading reading =
        new RetryingChannel(none -> question.send(events), policy, own).send(List.of());
    return reading instanceof Reading.Stop || reading instanceof Reading.Lost
        ? inquiry.unanswered(events)
        : reading;
  }
}
