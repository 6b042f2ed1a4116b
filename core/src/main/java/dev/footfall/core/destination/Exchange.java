package dev.footfall.core.destination;

import java.util.Map;

/**
 * A short exchange with a platform beside the way of the events: connection test, token renewal, a
 * switch. Pure: says the next call, reads its answer.
 */
public interface Exchange {
  /** The first call. */
  HttpCall call();

  /** What the answer to {@link #call} leads to. */
  Step read(HttpAnswer answer);

  /** What comes next. */
  sealed interface Step {
    /** Another call. */
    record Next(Exchange exchange) implements Step {}

    /** All is well. */
    record Done(String words) implements Step {}

    /** What a run needs to know was found: name to value. */
    record Found(Map<String, String> facts) implements Step {
      /** Copies the map. */
      public Found {
        facts = Map.copyOf(facts);
      }
    }

    /** It did not work. */
    record Failed(Code code, String words) implements Step {}
  }
}
