package dev.footfall.destinations.google;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import java.util.List;

/**
 * The click behind an order. Google takes one id: gclid before gbraid before wbraid. Reused from
 * order to order by one thread.
 */
final class ClickIds {
  /** The columns, the best first. */
  static final List<String> COLUMNS = List.of("gclid", "gbraid", "wbraid");

  private static final List<byte[]> KEYS = COLUMNS.stream().map(JsonBytes::key).toList();
  private static final int NONE = -1;
  private static final int GCLID = 0;
  private static final int GBRAID = 1;

  private final GoogleFields fields;
  private final List<Field> ids;
  private int chosen = NONE;

  ClickIds(Binding binding, DestinationSpec spec) {
    GoogleFields together = new GoogleFields(binding, spec);
    this.ids = COLUMNS.stream().map(together::first).toList();
    this.fields = together;
  }

  void read(RowGroup group, OrderLines lines, Subjects subjects, MappingSink sink) {
    fields.read(group, lines, subjects, sink);
    chosen = NONE;
    for (int i = ids.size() - 1; i >= 0; i--) {
      chosen = ids.get(i).isPresent() ? i : chosen;
    }
  }

  /** Says which further ids stay behind. */
  void report(MappingSink sink) {
    fields.reportConflicts(sink);
    for (int i = chosen + 1; isPresent() && i < ids.size(); i++) {
      if (ids.get(i).isPresent()) {
        sink.notice(Code.EXTRA_CLICK_ID_DROPPED, ids.get(i).label(), "");
      }
    }
  }

  boolean isPresent() {
    return chosen != NONE;
  }

  /** Whether the click is known by a gbraid or wbraid only. */
  boolean isBraid() {
    return chosen > GCLID;
  }

  boolean isGbraid() {
    return chosen == GBRAID;
  }

  /** Writes the id under its own name, where there is one. */
  void write(JsonBytes json) {
    if (isPresent()) {
      ids.get(chosen).writeText(json, KEYS.get(chosen));
    }
  }
}
