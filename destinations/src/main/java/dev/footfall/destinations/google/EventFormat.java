package dev.footfall.destinations.google;

import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;

/** How an order is written: for one of the APIs, or as a line of a file. */
interface EventFormat {
  /** Google takes so many e-mails and phones. */
  int mostIdentifiers();

  /** Writes an order that was read. */
  void write(GoogleOrder order, RowGroup group, MappingSink sink);

  /** What was written. */
  byte[] bytes();
}
