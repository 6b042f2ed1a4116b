package dev.footfall.core.event.attribute;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Moment;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/**
 * Writes a column's cells as JSON of the type that they have: text as it is, numbers without
 * exponent or trailing zeros, dates as {@code 2026-07-19}, times in UTC, arrays and objects as they
 * are. Used by one thread.
 */
public final class AttributeCell {
  /** Whole numbers beyond are not exact in JavaScript and go as text. */
  private static final long MOST_EXACT = (1L << 53) - 1;

  private final int index;
  private final String label;
  private final byte[] key;
  private final Form form;
  private final Text cell = new Text();
  private final Decimal number = new Decimal();
  private final Moment moment = new Moment();

  /**
   * A column as an attribute.
   *
   * @param index in the query
   * @param label in the query
   * @param name under which it goes
   */
  public AttributeCell(int index, String label, String name, Form form) {
    this.index = index;
    this.label = label;
    this.key = JsonBytes.anyKey(name);
    this.form = form;
  }

  /**
   * How values are written.
   *
   * @param timestamps read times without zone
   * @param millis whether times have three digits of a second, or none
   */
  public record Form(Timestamps timestamps, boolean millis) {}

  /** What became of a cell. */
  public enum Written {
    /** It is NULL, or text of white space alone. */
    BLANK,
    /** It was written. */
    WRITTEN,
    /** It cannot be said in JSON; reported. */
    DROPPED
  }

  /** The query's own label of the column. */
  public String label() {
    return label;
  }

  /** The name under which it goes, as a JSON key with its colon. */
  public byte[] key() {
    return key;
  }

  /** Writes key and value of a row; nothing but a report when there is none. */
  public Written write(RowGroup group, int row, JsonBytes json, MappingSink sink) {
    int before = json.length();
    Written written = value(group, row, json.key(key), sink);
    if (written != Written.WRITTEN) {
      json.backTo(before);
    }
    return written;
  }

  /** Writes the value of a row, without its key. */
  public Written value(RowGroup group, int row, JsonBytes json, MappingSink sink) {
    Column column = group.column(index, row);
    int at = group.row(row);
    if (column.isNull(at)) {
      return Written.BLANK;
    }
    return switch (column.kind(at)) {
      case TEXT -> text(column, at, json);
      case INTEGER -> whole(column.integer(at), row, json, sink);
      case DECIMAL, REAL -> number(column, at, row, json, sink);
      case BOOLEAN -> {
        json.flag(column.integer(at) != 0);
        yield Written.WRITTEN;
      }
      case DATE -> {
        column.text(at, cell);
        json.text(cell);
        yield Written.WRITTEN;
      }
      case LOCAL_TIMESTAMP, INSTANT -> time(column, at, row, json, sink);
      case NESTED -> nested(column, at, json);
    };
  }

  private Written text(Column column, int at, JsonBytes json) {
    column.text(at, cell);
    int start = cell.start();
    int end = cell.end();
    if (cell.trim().isEmpty()) {
      return Written.BLANK;
    }
    cell.set(cell.bytes(), start, end);
    if (cell.isAscii()) {
      json.text(cell);
    } else {
      json.text(cell.decode());
    }
    return Written.WRITTEN;
  }

  private Written whole(long value, int row, JsonBytes json, MappingSink sink) {
    if (value >= -MOST_EXACT && value <= MOST_EXACT) {
      json.number(value);
    } else {
      json.text(Long.toString(value));
      sink.dropped(row, Code.NUMBER_SENT_AS_TEXT, label, "beyond 2^53");
    }
    return Written.WRITTEN;
  }

  private Written number(Column column, int at, int row, JsonBytes json, MappingSink sink) {
    if (!column.decimal(at, number)) {
      return dropped(row, sink);
    }
    json.number(number.strip());
    return Written.WRITTEN;
  }

  private Written time(Column column, int at, int row, JsonBytes json, MappingSink sink) {
    form.timestamps().read(column, at, moment);
    if (moment.reading() != Moment.Reading.OK) {
      return dropped(row, sink);
    }
    if (form.millis()) {
      json.time(Math.floorDiv(moment.micros(), 1000L), 3);
    } else {
      json.time(moment.seconds(), 0);
    }
    return Written.WRITTEN;
  }

  private Written nested(Column column, int at, JsonBytes json) {
    column.text(at, cell);
    if (cell.isEmpty()) {
      return Written.BLANK;
    }
    json.raw(cell.copy());
    return Written.WRITTEN;
  }

  private Written dropped(int row, MappingSink sink) {
    sink.dropped(row, Code.BAD_VALUE, label, "");
    return Written.DROPPED;
  }
}
