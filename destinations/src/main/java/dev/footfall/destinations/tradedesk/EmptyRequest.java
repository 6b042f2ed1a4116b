package dev.footfall.destinations.tradedesk;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Reading;
import java.util.List;

/** Sends no conversions, to see whether some would be taken. */
record EmptyRequest(TradeDeskDelivery delivery, CredentialValues credential) implements Exchange {
  @Override
  public HttpCall call() {
    return delivery.empty(credential);
  }

  @Override
  public Step read(HttpAnswer answer) {
    Reading reading = delivery.read(answer, List.of());
    if (reading instanceof Reading.Settled) {
      return new Step.Done("The Trade Desk takes conversions for the data provider");
    }
    if (reading instanceof Reading.Stop stop) {
      return new Step.Failed(stop.code(), stop.words());
    }
    if (reading instanceof Reading.RefusedWhole refused) {
      return new Step.Failed(refused.refusal().code(), refused.refusal().words());
    }
    return new Step.Failed(Code.PLATFORM_UNAVAILABLE, "HTTP " + answer.status());
  }
}
