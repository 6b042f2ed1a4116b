package dev.footfall.destinations.meta;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.PlainText;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.time.LocalDate;

/** Reads order ids as they are sent. One thread. */
final class OrderId {
  private static final Subject NOBODY = new Subject("", "US", LocalDate.EPOCH);

  private final int index;
  private final Normaliser rule = PlainText.oneLine();
  private final byte[] scratch = new byte[4096];
  private final Text cell = new Text();
  private final Text id = new Text();

  OrderId(int index) {
    this.index = index;
  }

  int index() {
    return index;
  }

  /** The id in a cell, valid until the next one is read; empty when there is none. */
  Text read(Column column, int row) {
    if (!column.isNull(row)) {
      column.text(row, cell);
      if (!cell.trim().isEmpty() && rule.apply(cell, NOBODY, scratch, id)) {
        return id;
      }
    }
    return none();
  }

  /** No id. */
  Text none() {
    return id.set(scratch, 0, 0);
  }
}
