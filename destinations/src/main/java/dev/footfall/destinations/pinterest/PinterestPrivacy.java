package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.source.Text;
import java.util.Locale;

/**
 * Opt-out and limited data processing. Where rows disagree, the one that protects more counts.
 * Reused from order to order by one thread.
 */
final class PinterestPrivacy {
  private static final byte[] OPT_OUT = JsonBytes.key("opt_out");
  private static final byte[] OPT_OUT_TYPE = JsonBytes.key("opt_out_type");
  private static final byte[] LDP = Text.utf8("LDP");

  private final int index;
  private final String label;
  private final PlainCell type;
  private final boolean isFile;
  private final boolean suppresses;
  private final Text cell = new Text();
  private boolean isSaid;
  private boolean isOptedOut;
  private boolean isLimited;

  PinterestPrivacy(Binding binding, PinterestSettings settings) {
    this.index = binding.index("opt_out");
    this.label = binding.label("opt_out");
    this.type = new PlainCell(binding, "opt_out_type");
    this.isFile = settings.isFile();
    this.suppresses = settings.reading().suppressesOptedOut();
  }

  /** Reads all rows of an order; false, and all are rejected, when it must not go. */
  boolean read(RowGroup group, MappingSink sink) {
    if (!readOptOut(group)) {
      sink.rejectAll(Code.BAD_OPT_OUT, label, "");
      return false;
    }
    isLimited = isOptedOut;
    readType(group, sink);
    boolean staysHere = isOptedOut ? suppresses : isFile && isLimited;
    if (staysHere) {
      sink.rejectAll(Code.OPTED_OUT, isOptedOut ? label : type.label(), "");
    }
    return !staysHere;
  }

  private boolean readOptOut(RowGroup group) {
    isSaid = false;
    isOptedOut = false;
    for (int row = 0; index >= 0 && row < group.size(); row++) {
      Booleans.Flag flag = Booleans.read(group.column(index, row), group.row(row), cell);
      if (flag == Booleans.Flag.UNREADABLE) {
        return false;
      }
      isSaid |= flag != Booleans.Flag.BLANK;
      isOptedOut |= flag == Booleans.Flag.TRUE;
    }
    return true;
  }

  private void readType(RowGroup group, MappingSink sink) {
    for (int row = 0; type.isBound() && row < group.size(); row++) {
      Text said = type.read(group, row);
      if (!said.isEmpty()) {
        boolean isLdp = said.length() == 3 && said.decode().toLowerCase(Locale.ROOT).equals("ldp");
        isLimited |= isLdp;
        if (!isLdp) {
          sink.dropped(row, Code.FIELD_DROPPED, type.label(), "only ldp is known");
        }
      }
    }
  }

  /** Whether limited data processing applies. */
  boolean isLimited() {
    return isLimited;
  }

  /** Writes the event's own flag, where rows say. */
  void writeOptOut(JsonBytes json) {
    if (isSaid) {
      json.key(OPT_OUT).flag(isOptedOut);
    }
  }

  /** Writes the kind of opt-out. Pinterest heeds it in capitals only. */
  void writeType(JsonBytes json) {
    if (isLimited) {
      json.key(OPT_OUT_TYPE).plain(LDP);
    }
  }
}
