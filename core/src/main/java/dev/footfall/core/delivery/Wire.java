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
}
