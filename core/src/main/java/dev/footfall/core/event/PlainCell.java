package dev.footfall.core.event;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.PlainText;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.time.LocalDate;

/**
 * Reads a column whose text goes out as it is: trimmed, on one line. Used by one thread; a text is
 * valid until the next one is read.
 */
public final class PlainCell {
  private static final int SCRATCH = 4096;
  private static final Subject NOBODY = new Subject("", "US", LocalDate.EPOCH);
  private static final Normaliser RULE = PlainText.oneLine();

  private final int index;
  private final String label;
  private final byte[] scratch = new byte[SCRATCH];
  private final Text cell = new Text();

  /** The query column that feeds {@code column}, where there is one. */
  public PlainCell(Binding binding, String column) {
    this.index = binding.index(column);
    this.label = binding.label(column);
  }

  /** Whether the query feeds it. */
  public boolean isBound() {
    return index >= 0;
  }

  /** The query's own label of the column. */
  public String label() {
    return label;
  }

  /** The text in a row of a group; empty when there is none. */
  public Text read(RowGroup group, int row) {
    return index < 0 ? none() : read(group.column(index, row), group.row(row));
  }

  /** Groups a row by its text; without one it stands alone. */
  public EventMapper.Membership group(RowBatch batch, int row, ByteBuilder key) {
    Text id = read(batch, row);
    if (id.isEmpty()) {
      return EventMapper.Membership.ALONE;
    }
    key.add(id);
    return EventMapper.Membership.GROUPED;
  }

  /** The text in a row of a batch; empty when there is none. */
  public Text read(RowBatch batch, int row) {
    return index < 0 ? none() : read(batch.column(index), row);
  }

  private Text read(Column column, int row) {
    if (column.isNull(row)) {
      return none();
    }
    column.text(row, cell);
    boolean isThere = !cell.trim().isEmpty();
    return isThere && (isPlain(cell) || RULE.apply(cell, NOBODY, scratch, cell)) ? cell : none();
  }

  /** Whether a cell of any kind holds nothing: NULL, or white space only. */
  public static boolean isBlank(RowGroup group, int row, int index, Text scratch) {
    Column column = group.column(index, row);
    int at = group.row(row);
    if (column.isNull(at)) {
      return true;
    }
    return switch (column.kind(at)) {
      case TEXT, NESTED -> {
        column.text(at, scratch);
        yield scratch.trim().isEmpty();
      }
      default -> false;
    };
  }

  /** Whether the rule would leave the text as it is: printable ASCII needs no copy. */
  private static boolean isPlain(Text text) {
    for (int i = text.start(); i < text.end(); i++) {
      byte b = text.bytes()[i];
      if (b < ' ' || b == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private Text none() {
    return cell.set(scratch, 0, 0);
  }
}
