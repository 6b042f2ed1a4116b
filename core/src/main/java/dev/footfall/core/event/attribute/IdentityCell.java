package dev.footfall.core.event.attribute;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;

/**
 * Reads one identifier of a person, normalised and plain, cell by cell: the key by which rows of
 * one person are brought together. Used by one thread.
 */
public final class IdentityCell {
  private static final int SCRATCH = 4096;

  private final int index;
  private final String label;
  private final Code code;
  private final Normaliser normaliser;
  private final byte[] scratch = new byte[SCRATCH];
  private final Text value = new Text();

  /** The identifier in the query column that is bound to {@code column}, which has a normaliser. */
  public IdentityCell(Binding binding, ColumnSpec column) {
    this.index = binding.index(column.name());
    this.label = binding.label(column.name());
    this.code = column.rule().code();
    this.normaliser = column.normaliser().orElseThrow();
  }

  /** What a cell holds. */
  public enum Read {
    /** Nothing: there is no such column, or it is blank. */
    BLANK,
    /** An identifier; {@link #value} shows it. */
    GOOD,
    /** Something else. */
    BAD
  }

  /** Whether the query feeds it. */
  public boolean isBound() {
    return index >= 0;
  }

  /** Its column in the query, or less than 0. */
  public int index() {
    return index;
  }

  /** The query's own label of the column. */
  public String label() {
    return label;
  }

  /** What a bad value is reported as. */
  public Code code() {
    return code;
  }

  /** Reads a cell of the column at {@link #index}. */
  public Read read(Column column, int row, Subject subject) {
    if (column.isNull(row)) {
      return Read.BLANK;
    }
    column.text(row, value);
    if (value.trim().isEmpty()) {
      return Read.BLANK;
    }
    boolean fitsScratch = value.length() <= SCRATCH / 8;
    if (fitsScratch) {
      return normaliser.apply(value, subject, scratch, value) ? Read.GOOD : Read.BAD;
    }
    return normaliser
        .normalise(value.decode(), subject, Trace.NONE)
        .map(
            text -> {
              byte[] bytes = Text.utf8(text);
              value.set(bytes, 0, bytes.length);
              return Read.GOOD;
            })
        .orElse(Read.BAD);
  }

  /** The identifier after {@link Read#GOOD}; valid until the next one is read. */
  public Text value() {
    return value;
  }
}
