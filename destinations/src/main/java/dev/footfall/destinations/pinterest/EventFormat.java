package dev.footfall.destinations.pinterest;

import dev.footfall.core.group.RowGroup;

/** How an order is written: as JSON for a request, or as a line of a file. */
interface EventFormat {
  /** Writes an order that was read; false when it is larger than a request or file may hold. */
  boolean write(PinterestOrder order, String id, RowGroup group);

  /** What was written. */
  byte[] bytes();
}
