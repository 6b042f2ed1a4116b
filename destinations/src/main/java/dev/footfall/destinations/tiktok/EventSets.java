package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.util.Optional;

/** Which event set a row goes to: its column's, or else the setting's. One thread. */
final class EventSets {
  private static final int MOST_DIGITS = 20;

  private final int index;
  private final String label;
  private final boolean isRequired;
  private final byte[] fallback;
  private final String fallbackName;
  private final Text cell = new Text();

  EventSets(Binding binding, TikTokSettings settings) {
    this.index = binding.index("event_set_id");
    this.label = binding.label("event_set_id");
    this.isRequired = !settings.isFile();
    this.fallbackName = settings.target().eventSetId().orElse("");
    this.fallback = Text.utf8(fallbackName);
  }

  String label() {
    return label;
  }

  /** The id that a row goes to, valid until the next one is read; empty when there is none. */
  Text read(RowBatch batch, int row) {
    return index < 0 ? fallback() : read(batch.column(index), row);
  }

  /** The id that a row goes to, valid until the next one is read; empty when there is none. */
  Text read(RowGroup group, int row) {
    return index < 0 ? fallback() : read(group.column(index, row), group.row(row));
  }

  private Text read(Column column, int row) {
    if (column.isNull(row)) {
      return fallback();
    }
    column.text(row, cell);
    return cell.trim().isEmpty() ? fallback() : cell;
  }

  private Text fallback() {
    return cell.set(fallback, 0, fallback.length);
  }

  /** The id as a string; does not make one for the setting's. */
  String name(RowGroup group, int row) {
    Text id = read(group, row);
    return id.sameBytes(fallback) ? fallbackName : id.decode();
  }

  /** What is wrong with the id that a row goes to. */
  Optional<Code> fault(RowGroup group, int row) {
    Text id = read(group, row);
    if (id.isEmpty()) {
      return isRequired ? Optional.of(Code.MISSING_EVENT_SET_ID) : Optional.empty();
    }
    return id.bytes() != fallback && (isReal(group, row) || !isDigits(id))
        ? Optional.of(Code.BAD_EVENT_SET_ID)
        : Optional.empty();
  }

  /** A floating number has lost digits of such an id. */
  private boolean isReal(RowGroup group, int row) {
    return group.column(index, row).kind(group.row(row)) == CellKind.REAL;
  }

  private static boolean isDigits(Text id) {
    for (int i = id.start(); i < id.end(); i++) {
      if (id.bytes()[i] < '0' || id.bytes()[i] > '9') {
        return false;
      }
    }
    return id.length() <= MOST_DIGITS;
  }
}
