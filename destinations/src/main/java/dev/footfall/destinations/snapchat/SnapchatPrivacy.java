package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.Locale;
import java.util.Set;

/**
 * Opt-out and limited data use. Where rows disagree, the one that protects more counts. Reused from
 * order to order by one thread.
 */
final class SnapchatPrivacy {
  private static final byte[] OPT_OUT = JsonBytes.key("opt_out");
  private static final byte[] OPTIONS =
      Text.utf8("\"data_processing_options\":[\"LDU\"],\"data_processing_options_country\":");
  private static final byte[] STATE = JsonBytes.key("data_processing_options_state");
  private static final Set<String> LIMITED = Set.of("ldu", "lmu", "[\"ldu\"]", "[\"lmu\"]");

  private final int optOut;
  private final String optOutLabel;
  private final PlainCell limited;
  private final Choice country;
  private final Choice state;
  private final boolean sendsOptedOut;
  private final Text cell = new Text();
  private boolean isOptedOut;
  private boolean isLimited;

  SnapchatPrivacy(Binding binding, SnapchatSettings.Reading settings) {
    this.optOut = binding.index("opt_out");
    this.optOutLabel = binding.label("opt_out");
    this.limited = new PlainCell(binding, "limited_data_use");
    this.country = new Choice(binding, "data_processing_options_country", 1);
    this.state = new Choice(binding, "data_processing_options_state", 1000);
    this.sendsOptedOut = settings.sendsOptedOut();
  }

  /** A column that holds 0 or one other number. */
  private static final class Choice {
    private final PlainCell cells;
    private final long other;
    private final Decimal number = new Decimal();
    private long chosen;

    private Choice(Binding binding, String column, long other) {
      this.cells = new PlainCell(binding, column);
      this.other = other;
    }

    private void read(RowGroup group, int row, MappingSink sink) {
      Text text = cells.read(group, row);
      if (text.isEmpty()) {
        return;
      }
      boolean isRead = number.parse(text.bytes(), text.start(), text.end()) && number.fitsLong();
      long value = isRead ? number.longValue() : -1;
      if (value == other) {
        chosen = other;
      } else if (value != 0) {
        sink.dropped(row, Code.FIELD_DROPPED, cells.label(), "only 0 and " + other + " are known");
      }
    }
  }

  /** Reads all rows of an order; false, and all are rejected, when it must not go. */
  boolean read(RowGroup group, MappingSink sink) {
    isOptedOut = false;
    for (int row = 0; optOut >= 0 && row < group.size(); row++) {
      Booleans.Flag flag = Booleans.read(group.column(optOut, row), group.row(row), cell);
      if (flag == Booleans.Flag.UNREADABLE) {
        sink.rejectAll(Code.BAD_OPT_OUT, optOutLabel, "");
        return false;
      }
      isOptedOut |= flag == Booleans.Flag.TRUE;
    }
    if (isOptedOut && !sendsOptedOut) {
      sink.rejectAll(Code.OPTED_OUT, optOutLabel, "");
      return false;
    }
    readLimits(group, sink);
    return true;
  }

  private void readLimits(RowGroup group, MappingSink sink) {
    isLimited = false;
    country.chosen = 0;
    state.chosen = 0;
    if (!limited.isBound()) {
      return;
    }
    boolean isFree = false;
    for (int row = 0; row < group.size(); row++) {
      boolean applies = isLimited(group, row, sink);
      isLimited |= applies;
      isFree |= !applies;
      country.read(group, row, sink);
      state.read(group, row, sink);
    }
    if (isLimited && isFree) {
      sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, limited.label(), "");
    }
  }

  private boolean isLimited(RowGroup group, int row, MappingSink sink) {
    Text said = limited.read(group, row);
    return switch (Booleans.read(said)) {
      case TRUE -> true;
      case FALSE, BLANK -> false;
      case UNREADABLE -> {
        if (!LIMITED.contains(said.decode().replace(" ", "").toLowerCase(Locale.ROOT))) {
          sink.dropped(row, Code.FIELD_DEFAULTED, limited.label(), "unreadable; taken as LDU");
        }
        yield true;
      }
    };
  }

  /** Writes what the event says of it. */
  void write(JsonBytes json) {
    if (isOptedOut) {
      json.key(OPT_OUT).flag(true);
    }
    if (isLimited) {
      json.key(OPTIONS).number(country.chosen);
      json.key(STATE).number(state.chosen);
    }
  }
}
