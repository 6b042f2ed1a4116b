package dev.footfall.core.file;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Field;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/**
 * Writes lines of cells straight into bytes, in the style that an operator chose.
 *
 * <p>Reused from line to line; not safe for several threads.
 */
public final class SeparatedCells {
  private final CellStyle style;
  private final ByteBuilder out = new ByteBuilder(512);
  private final Text window = new Text();
  private boolean lineHasCells;
  private boolean isReadable = true;

  /** Lines in a style. */
  public SeparatedCells(CellStyle style) {
    this.style = style;
  }

  /** Starts anew. */
  public SeparatedCells clear() {
    out.clear();
    lineHasCells = false;
    isReadable = true;
    return this;
  }

  /** Writes an empty cell. */
  public SeparatedCells blank() {
    begin();
    if (style.quotes() == CellStyle.Quotes.ALL) {
      out.add('"').add('"');
    }
    return this;
  }

  /** Writes a whole number. */
  public SeparatedCells number(long value) {
    boolean isQuoted = beginNumber();
    out.add(value);
    return end(isQuoted);
  }

  /** Writes a decimal number, all its digits, no exponent. */
  public SeparatedCells number(Decimal value) {
    boolean isQuoted = beginNumber();
    out.ensure(value.maxWidth());
    out.length(value.write(out.bytes(), out.length()));
    return end(isQuoted);
  }

  /** Writes a number that is written out already. */
  public SeparatedCells number(ByteBuilder digits) {
    boolean isQuoted = beginNumber();
    out.add(digits.bytes(), 0, digits.length());
    return end(isQuoted);
  }

  private boolean beginNumber() {
    begin();
    boolean isQuoted =
        switch (style.quotes()) {
          case ALL, ALL_NON_NULL -> true;
          case MINIMAL, NON_NUMERIC, NONE -> false;
        };
    if (isQuoted) {
      out.add('"');
    }
    return isQuoted;
  }

  private SeparatedCells end(boolean isQuoted) {
    if (isQuoted) {
      out.add('"');
    }
    return this;
  }

  /** Writes a text in UTF-8; an empty one is an empty cell. */
  public SeparatedCells text(byte[] value) {
    return text(window.set(value, 0, value.length));
  }

  /** Writes a text in UTF-8; an empty one is an empty cell. */
  public SeparatedCells text(ByteBuilder value) {
    return text(window.set(value.bytes(), 0, value.length()));
  }

  /** Writes a text; an empty one is an empty cell. */
  public SeparatedCells text(Text value) {
    if (value.isEmpty()) {
      return blank();
    }
    begin();
    boolean isQuoted =
        switch (style.quotes()) {
          case ALL, ALL_NON_NULL, NON_NUMERIC -> true;
          case MINIMAL -> isSpecial(value);
          case NONE -> false;
        };
    if (isQuoted) {
      quoted(value);
    } else if (style.quotes() == CellStyle.Quotes.NONE && isSpecial(value)) {
      escaped(value);
    } else {
      out.add(value);
    }
    return this;
  }

  /** Writes the {@code i}-th value of a field; an empty cell when it has fewer. */
  public SeparatedCells value(Field field, int i) {
    if (i >= field.size()) {
      return blank();
    }
    field.value(i, window);
    return text(window);
  }

  private void quoted(Text value) {
    byte[] bytes = value.bytes();
    out.add('"');
    for (int at = value.start(); at < value.end(); at++) {
      boolean isEscape = style.escape() != 0 && bytes[at] == style.escape();
      if (bytes[at] == '"' || isEscape) {
        out.add(style.escape() == 0 ? '"' : style.escape());
      }
      out.add((int) bytes[at]);
    }
    out.add('"');
  }

  private void escaped(Text value) {
    isReadable &= style.escape() != 0;
    for (int at = value.start(); at < value.end(); at++) {
      byte each = value.bytes()[at];
      if (isSpecial(each)) {
        out.add((int) style.escape());
      }
      out.add((int) each);
    }
  }

  private boolean isSpecial(Text value) {
    for (int at = value.start(); at < value.end(); at++) {
      if (isSpecial(value.bytes()[at])) {
        return true;
      }
    }
    return false;
  }

  private boolean isSpecial(byte each) {
    return each == style.delimiter()
        || each == '"'
        || each == '\n'
        || each == '\r'
        || (style.escape() != 0 && each == style.escape());
  }

  private void begin() {
    if (lineHasCells) {
      out.add((int) style.delimiter());
    }
    lineHasCells = true;
  }

  /** Ends the line. */
  public SeparatedCells endLine() {
    if (style.windowsLines()) {
      out.add('\r');
    }
    out.add('\n');
    lineHasCells = false;
    return this;
  }

  /**
   * Whether what was written will be read as it was meant: false only without quotes and escape.
   */
  public boolean isReadable() {
    return isReadable;
  }

  /** How many bytes so far. */
  public int length() {
    return out.length();
  }

  /** What was written. */
  public byte[] toBytes() {
    return out.copy();
  }
}
