package dev.footfall.core.delivery;

import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import java.util.List;

/**
 * Waits for the judgement of a platform that takes requests and judges them later: asks as often as
 * the destination says. A question that fails never has the events sent again.
 */
final class JudgingChannel implements Channel {
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
    while (reading instanceof Reading.JudgedLater later) {
      reading = asked(later.inquiry(), events);
    }
    return reading;
  }

  private Reading asked(Inquiry inquiry, List<Event> events) throws InterruptedException {
    if (line.time().now().plus(inquiry.after()).isAfter(line.deadline())) {
      return inquiry.unanswered(events);
    }
    line.time().pause(inquiry.after());
    Channel question = new PacedChannel(new WireChannel(Talk.of(inquiry), account, line), line);
    Reading reading =
        new RetryingChannel(
                new RenewingChannel(question, account, line), policy, line.at(line.pace()))
            .send(events);
    return reading instanceof Reading.Stop || reading instanceof Reading.Lost
        ? inquiry.unanswered(events)
        : reading;
  }
}
