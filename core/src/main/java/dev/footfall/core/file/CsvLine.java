package dev.footfall.core.file;

import dev.footfall.core.event.ByteBuilder;

/** Writes lines of delimited text in any {@link CsvDialect}. Reused; not for several threads. */
public final class CsvLine {
  private final CsvDialect dialect;
  private final ByteBuilder out = new ByteBuilder(512);
  private boolean lineHasCells;
  private boolean readable = true;

  /** Lines in a dialect. */
  public CsvLine(CsvDialect dialect) {
    this.dialect = dialect;
  }

  /** Starts anew. */
  public CsvLine clear() {
    out.clear();
    lineHasCells = false;
    readable = true;
    return this;
  }

  /** Writes a text. */
  public CsvLine text(ByteBuilder text) {
    return cell(text, false);
  }

  /** Writes a number's digits. */
  public CsvLine number(ByteBuilder digits) {
    return cell(digits, true);
  }

  private CsvLine cell(ByteBuilder cell, boolean isNumber) {
    if (lineHasCells) {
      out.add(dialect.delimiter());
    }
    lineHasCells = true;
    boolean isSpecial = isSpecial(cell);
    if (isQuoted(cell.length() == 0, isNumber, isSpecial)) {
      quoted(cell, isSpecial);
    } else if (isSpecial) {
      escaped(cell);
    } else {
      out.add(cell.bytes(), 0, cell.length());
    }
    return this;
  }

  private boolean isSpecial(ByteBuilder cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (dialect.isSpecial(cell.bytes()[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean isQuoted(boolean isEmpty, boolean isNumber, boolean isSpecial) {
    return switch (dialect.quoting()) {
      case ALL -> true;
      case ALL_NON_NULL -> !isEmpty;
      case MINIMAL -> isSpecial;
      case NON_NUMERIC -> isSpecial || (!isEmpty && !isNumber);
      case NONE -> false;
    };
  }

  private void quoted(ByteBuilder cell, boolean isSpecial) {
    out.add('"');
    if (!isSpecial) {
      out.add(cell.bytes(), 0, cell.length());
    } else {
      for (int i = 0; i < cell.length(); i++) {
        byte b = cell.bytes()[i];
        if (b == '"' || (dialect.hasEscape() && b == dialect.escape())) {
          out.add(dialect.hasEscape() ? dialect.escape() : '"');
        }
        out.add(b);
      }
    }
    out.add('"');
  }

  private void escaped(ByteBuilder cell) {
    readable &= dialect.hasEscape();
    for (int i = 0; i < cell.length(); i++) {
      byte b = cell.bytes()[i];
      if (dialect.isSpecial(b) && dialect.hasEscape()) {
        out.add(dialect.escape());
      }
      out.add(b);
    }
  }

  /** Ends the line. */
  public CsvLine end() {
    if (dialect.crlf()) {
      out.add('\r');
    }
    out.add('\n');
    lineHasCells = false;
    return this;
  }

  /** False when a cell cannot be read back, for want of quotes and escapes. */
  public boolean isReadable() {
    return readable;
  }

  /** What was written. */
  public byte[] toBytes() {
    return out.copy();
  }
}
