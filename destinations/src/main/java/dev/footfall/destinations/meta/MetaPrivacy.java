package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.source.Text;

/**
 * What may be done with an event: {@code opt_out} and Limited Data Use. Where rows disagree, the
 * one that limits more counts. Reused from order to order by one thread.
 */
final class MetaPrivacy {
  private static final byte[] OPT_OUT = JsonBytes.key("opt_out");

  private final int optOut;
  private final String optOutLabel;
  private final LimitedDataUse limitedUse;
  private final Text cell = new Text();
  private boolean isSaid;
  private boolean isOptedOut;

  MetaPrivacy(Binding binding, MetaSettings.LimitedUse mode) {
    this.optOut = binding.index("opt_out");
    this.optOutLabel = binding.label("opt_out");
    this.limitedUse = new LimitedDataUse(binding, mode);
  }

  /**
   * Reads the flag on all rows of an order; false, and all are rejected, when one is unreadable.
   */
  boolean readOptOut(RowGroup group, MappingSink sink) {
    isSaid = false;
    isOptedOut = false;
    for (int row = 0; optOut >= 0 && row < group.size(); row++) {
      switch (Booleans.read(group.column(optOut, row), group.row(row), cell)) {
        case UNREADABLE -> {
          sink.rejectAll(Code.BAD_OPT_OUT, optOutLabel, "");
          return false;
        }
        case TRUE -> {
          isOptedOut = true;
          isSaid = true;
        }
        case FALSE -> isSaid = true;
        case BLANK -> {}
      }
    }
    return true;
  }

  /** Reads Limited Data Use from the judged rows; where they do not say, the mode decides. */
  void readLimitedUse(
      RowGroup group, OrderLines lines, Field country, Field state, MappingSink sink) {
    limitedUse.read(group, lines, country, state, sink);
  }

  void write(JsonBytes json) {
    if (isSaid) {
      json.key(OPT_OUT).flag(isOptedOut);
    }
    limitedUse.write(json);
  }
}
