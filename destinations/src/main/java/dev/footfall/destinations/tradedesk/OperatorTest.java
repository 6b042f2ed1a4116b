package dev.footfall.destinations.tradedesk;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Resolution;
import java.util.List;

/** Asks the operator for nobody, to see whether it would answer. */
record OperatorTest(Resolution.Question question, Exchange next) implements Exchange {
  /** SHA-256 of {@code connection-test@example.com}. */
  private static final String NOBODY = "e:kLEVegVAHJsOBf7m0eZYCv2MtcolkRxceZCmkyppVxA=";

  static OperatorTest of(
      Resolution map, CredentialValues credential, Resolution.Attempt attempt, Exchange next) {
    return new OperatorTest(map.ask(List.of(NOBODY), credential, attempt), next);
  }

  @Override
  public HttpCall call() {
    return question.call();
  }

  @Override
  public Step read(HttpAnswer answer) {
    Resolution.Answered answered = question.read(answer);
    if (answered instanceof Resolution.Answered.Found) {
      return new Step.Next(next);
    }
    return answered instanceof Resolution.Answered.NotYet not
            && not.reading() instanceof Reading.Stop stop
        ? new Step.Failed(stop.code(), stop.words())
        : new Step.Failed(Code.PLATFORM_UNAVAILABLE, "UID2 operator: HTTP " + answer.status());
  }
}
