package dev.footfall.app.orchestration;

import dev.footfall.core.delivery.Wire;
import dev.footfall.core.delivery.WireFault;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;

/** Follows a short exchange with a platform to its end. */
record Exchanges(Wire wire) {
  private static final int MOST_STEPS = 10;

  Exchange.Step follow(Exchange first) throws InterruptedException {
    Exchange exchange = first;
    for (int step = 0; step < MOST_STEPS; step++) {
      Exchange.Step end = step(exchange);
      if (!(end instanceof Exchange.Step.Next next)) {
        return end;
      }
      exchange = next.exchange();
    }
    return new Exchange.Step.Failed(Code.PLATFORM_UNAVAILABLE, "the exchange does not end");
  }

  private Exchange.Step step(Exchange exchange) throws InterruptedException {
    try {
      return exchange.read(wire.send(exchange.call()));
    } catch (WireFault unreachable) {
      return new Exchange.Step.Failed(
          Code.PLATFORM_UNAVAILABLE, String.valueOf(unreachable.getMessage()));
    }
  }
}
