package dev.footfall.core.delivery;

import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.List;

/**
 * Sends some events as one request and says what the answer means. Wrapped by others that pace,
 * renew, retry.
 */
@FunctionalInterface
interface Channel {
  /**
   * Sends once, or as often as the wrapper thinks right. Blocking.
   *
   * @param events of one partition, within the destination's limits
   */
  Reading send(List<Event> events) throws InterruptedException;
}
