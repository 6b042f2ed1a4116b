package dev.footfall.core.event;

import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/**
 * Writes lines of comma-separated values straight into bytes, as RFC 4180 has them: quoted only
 * where needed, ended by CR and LF.
 *
 * <p>Reused from event to event; not safe for several threads.
 */
public final class CsvBytes {
  private final ByteBuilder out = new ByteBuilder(512);
  private boolean lineHasCells;

  /** Starts anew. */
  public CsvBytes clear() {
    out.clear();
    lineHasCells = false;
    return this;
  }

  private ByteBuilder cell() {
    if (lineHasCells) {
      out.add(',');
    }
    lineHasCells = true;
    return out;
  }

  /** Writes an empty cell. */
  public CsvBytes blank() {
    cell();
    return this;
  }

  /** Writes a whole number. */
  public CsvBytes number(long value) {
    cell().add(value);
    return this;
  }

  /** Writes a decimal number, all its digits, no exponent. */
  public CsvBytes number(Decimal value) {
    cell().ensure(value.maxWidth());
    out.length(value.write(out.bytes(), out.length()));
    return this;
  }

  /** Writes text that needs no quotes, such as hex digits. */
  public CsvBytes plain(byte[] text) {
    cell().add(text);
    return this;
  }

  /** Writes a text. */
  public CsvBytes text(Text value) {
    cell();
    if (!needsQuotes(value)) {
      out.add(value);
      return this;
    }
    out.add('"');
    int from = value.start();
    for (int at = from; at < value.end(); at++) {
      if (value.bytes()[at] == '"') {
        out.add(value.bytes(), from, at).add('"');
        from = at;
      }
    }
    out.add(value.bytes(), from, value.end()).add('"');
    return this;
  }

  private static boolean needsQuotes(Text value) {
    for (int at = value.start(); at < value.end(); at++) {
      switch (value.bytes()[at]) {
        case ',', '"', '\r', '\n' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** Ends the line. */
  public CsvBytes endLine() {
    out.add('\r').add('\n');
    lineHasCells = false;
    return this;
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
