package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.source.Text;

/** Whether a person wants nothing sent: one row speaks for all. Used by one thread. */
final class OptOut {
  private final int index;
  private final String label;
  private final Text scratch = new Text();

  OptOut(Binding binding) {
    this.index = binding.index("opt_out");
    this.label = binding.label("opt_out");
  }

  /** Rejects all rows where some row opts out, or cannot be read. */
  boolean rejects(RowGroup group, MappingSink sink) {
    boolean isOut = false;
    for (int row = 0; row < group.size() && index >= 0; row++) {
      switch (Booleans.read(group.column(index, row), group.row(row), scratch)) {
        case UNREADABLE -> {
          sink.rejectAll(Code.BAD_OPT_OUT, label, "");
          return true;
        }
        case TRUE -> isOut = true;
        case FALSE, BLANK -> {}
      }
    }
    if (isOut) {
      sink.rejectAll(Code.OPTED_OUT, label, "");
    }
    return isOut;
  }
}
