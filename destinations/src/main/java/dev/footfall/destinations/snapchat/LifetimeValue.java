package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/** The predicted lifetime value: the first of an order's rows that is a number. One thread. */
final class LifetimeValue {
  private final int index;
  private final String label;
  private final Text cell = new Text();

  LifetimeValue(Binding binding) {
    this.index = binding.index("predicted_ltv");
    this.label = binding.label("predicted_ltv");
  }

  /** Whether some good row has one. */
  boolean read(RowGroup group, OrderLines lines, Decimal target, MappingSink sink) {
    for (int k = 0; index >= 0 && k < lines.good(); k++) {
      int row = lines.row(k);
      if (!PlainCell.isBlank(group, row, index, cell)) {
        if (group.column(index, row).decimal(group.row(row), target)) {
          return true;
        }
        sink.dropped(row, Code.FIELD_DROPPED, label, "not a number");
      }
    }
    return false;
  }
}
