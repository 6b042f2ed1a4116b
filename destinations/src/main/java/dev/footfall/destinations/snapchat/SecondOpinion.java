package dev.footfall.destinations.snapchat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Asks which events of a refused request were the bad ones: the same request is validated, which
 * records nothing. Where the answer does not tell, the request is cut in halves.
 */
record SecondOpinion(SnapchatDelivery delivery, List<Event> events) implements Inquiry {
  private static final int ROUNDS = 2;
  private static final Outcome UNDECIDED =
      new Outcome.NotSent(Code.DELIVERY_FAILED, "refused together with events that are bad");

  @Override
  public Duration after() {
    return Duration.ZERO;
  }

  @Override
  public HttpCall call(CredentialValues credential) {
    return delivery.inquiry(events, credential);
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> judged) {
    Reading reading = SnapchatAnswers.read(answer, judged.size());
    if (reading instanceof Reading.TryAgain || reading instanceof Reading.RenewCredential) {
      return reading;
    }
    JsonNode body = JsonAnswer.of(answer);
    Map<Integer, Outcome> bad = EventLogs.refused(body, judged.size());
    return bad.isEmpty()
        ? new Reading.RefusedWhole(
            SnapchatAnswers.refusal(body, answer.status()), OptionalInt.empty())
        : new Reading.Sifted(bad, Map.of(), ROUNDS, UNDECIDED);
  }

  @Override
  public Reading.Settled unanswered(List<Event> judged) {
    return Reading.all(
        judged.size(),
        new Outcome.NotSent(Code.DELIVERY_FAILED, "refused, and not told for which event"));
  }

  /** Neither requests nor events. */
  @Override
  public String toString() {
    return "Second opinion on " + events.size() + " events";
  }
}
