package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import java.util.Optional;

/** How an order that was read is written: as JSON for a request, or as a line of a file. */
interface EventFormat {
  /** Writes it; why it cannot go, if it cannot. */
  Optional<Code> write(EventName name, String id, RowGroup group, MappingSink sink);

  /** What was written. */
  byte[] bytes();

  /** What the ledger knows it by, where that is not the event's own name. */
  default Optional<KeyMaterial> keys() {
    return Optional.empty();
  }
}
