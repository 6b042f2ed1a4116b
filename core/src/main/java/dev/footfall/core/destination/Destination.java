package dev.footfall.core.destination;

/**
 * One platform: data, and pure functions from rows to events, events to requests, answers to
 * outcomes.
 *
 * <p>Opens no socket, reads no clock, touches no table; safe for many threads.
 */
public interface Destination {
  /** Everything there is to know before a row is read. */
  DestinationSpec spec();

  /**
   * The specification with the columns that are taken under these settings, where they decide that:
   * a query is bound to it.
   */
  default DestinationSpec spec(SettingValues settings) {
    return spec();
  }

  /**
   * Compiles the way of one run to one target. Called once a run.
   *
   * @throws SettingFault when settings contradict each other
   */
  Route route(RouteContext context);
}
