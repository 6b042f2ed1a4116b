package dev.footfall.core.delivery;

import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;

/** Carries one request and brings its answer. Blocking; safe for many threads. */
@FunctionalInterface
public interface Wire {
  /**
   * Sends a call once; follows no redirect.
   *
   * @throws WireFault when there is no answer
   */
  HttpAnswer send(HttpCall call) throws WireFault, InterruptedException;

  /**
   * Sends a call once, if it may still leave when there is a connection.
   *
   * @throws Departure.Refused when it may not
   * @throws WireFault when there is no answer
   */
  default HttpAnswer send(HttpCall call, Departure departure)
      throws WireFault, InterruptedException {
    departure.check();
    return send(call);
  }
}
