package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.event.attribute.IdentityCell.Read;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/** Reads a column of numbers. Used by one thread. */
final class NumberCell {
  private final int index;
  private final String label;
  private final Decimal value = new Decimal();
  private final Text text = new Text();

  NumberCell(Binding binding, String column) {
    this.index = binding.index(column);
    this.label = binding.label(column);
  }

  boolean isBound() {
    return index >= 0;
  }

  String label() {
    return label;
  }

  /** What the cell holds; {@link #value} is it when it is good. */
  Read read(RowGroup group, int row) {
    if (index < 0) {
      return Read.BLANK;
    }
    Column column = group.column(index, row);
    int at = group.row(row);
    if (column.isNull(at)) {
      return Read.BLANK;
    }
    column.text(at, text);
    if (text.trim().isEmpty()) {
      return Read.BLANK;
    }
    return column.decimal(at, value) ? Read.GOOD : Read.BAD;
  }

  Decimal value() {
    return value;
  }
}
