package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Text;
import java.util.List;
import java.util.Optional;

/** Opt-out, and the consent that goes with an order. Reused from order to order by one thread. */
final class TradeDeskPrivacy {
  private static final byte[] SETTINGS = JsonBytes.key("PrivacySettings");
  private static final byte[] TYPE = JsonBytes.key("privacy_type");
  private static final byte[] APPLIES = JsonBytes.key("is_applicable");
  private static final byte[] CONSENT = JsonBytes.key("consent_string");

  private final int index;
  private final String label;
  private final TradeDeskTexts texts;
  private final Field type;
  private final Field applies;
  private final Field consent;
  private final Text cell = new Text();

  TradeDeskPrivacy(Binding binding, DestinationSpec spec) {
    this.index = binding.index("opt_out");
    this.label = binding.label("opt_out");
    this.texts =
        new TradeDeskTexts(
            binding, spec, List.of("privacy_type", "is_applicable", "consent_string"));
    this.type = texts.field("privacy_type");
    this.applies = texts.field("is_applicable");
    this.consent = texts.field("consent_string");
  }

  /** Why an order must not go: one row's opt-out, or unreadable one, counts for all of it. */
  Optional<Code> refusal(RowGroup group) {
    boolean isOptedOut = false;
    if (index >= 0) {
      for (int row = 0; row < group.size(); row++) {
        switch (Booleans.read(group.column(index, row), group.row(row), cell)) {
          case TRUE -> isOptedOut = true;
          case UNREADABLE -> {
            return Optional.of(Code.BAD_OPT_OUT);
          }
          case FALSE, BLANK -> {}
        }
      }
    }
    return isOptedOut ? Optional.of(Code.OPTED_OUT) : Optional.empty();
  }

  /** The query's own label of the opt-out. */
  String label() {
    return label;
  }

  /** Reads the consent on the judged rows. */
  void read(RowGroup group, OrderLines lines, Subject subject, MappingSink sink) {
    texts.read(group, lines, subject, sink);
  }

  /** Writes the consent; nothing without its type. */
  void write(JsonBytes json, MappingSink sink) {
    texts.report(sink);
    if (type.isPresent()) {
      json.key(SETTINGS).beginArray().beginObject();
      type.writeText(json, TYPE);
      writeApplies(json, sink);
      consent.writeText(json, CONSENT);
      json.endObject().endArray();
    } else if (applies.isPresent() || consent.isPresent()) {
      sink.notice(Code.FIELD_DROPPED, type.label(), "a consent needs its type");
    }
  }

  private void writeApplies(JsonBytes json, MappingSink sink) {
    if (applies.isPresent()) {
      applies.value(0, cell);
      switch (Booleans.read(cell)) {
        case TRUE -> json.key(APPLIES).text("1");
        case FALSE -> json.key(APPLIES).text("0");
        case BLANK, UNREADABLE ->
            sink.notice(Code.FIELD_DROPPED, applies.label(), "only 1 and 0 are known");
      }
    }
  }
}
