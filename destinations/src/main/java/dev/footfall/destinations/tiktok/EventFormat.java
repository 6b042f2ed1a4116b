package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import java.util.Optional;

/** What an order is written as: a JSON object, or lines of a file. One thread. */
interface EventFormat {
  /**
   * Writes an order's good rows.
   *
   * @return why it cannot be sent; empty when it can
   */
  Optional<Code> write(EventType type, String id, RowGroup group, MappingSink sink);

  /** What was written last. */
  byte[] bytes();
}
