package dev.footfall.destinations.tiktok;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.file.CellStyle;
import dev.footfall.core.file.SeparatedCells;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/** Writes lines of the upload file, which knows no no-break spaces. */
final class CsvLine {
  private final SeparatedCells out = new SeparatedCells(CellStyle.RFC_4180);
  private final ByteBuilder spaced = new ByteBuilder(256);
  private final Text window = new Text();

  /** Forgets all lines. */
  CsvLine clear() {
    out.clear();
    return this;
  }

  CsvLine blank() {
    out.blank();
    return this;
  }

  CsvLine number(long value) {
    out.number(value);
    return this;
  }

  CsvLine number(Decimal value) {
    out.number(value);
    return this;
  }

  CsvLine text(String value) {
    return text(Text.of(value));
  }

  /** Writes a text of one line; no-break spaces become spaces. */
  CsvLine text(Text value) {
    out.text(value.isAscii() ? value : withPlainSpaces(value));
    return this;
  }

  private Text withPlainSpaces(Text value) {
    spaced.clear();
    for (int i = value.start(); i < value.end(); i++) {
      int width = noBreakSpace(value, i);
      spaced.add(width > 0 ? ' ' : value.bytes()[i]);
      i += Math.max(0, width - 1);
    }
    return window.set(spaced.bytes(), 0, spaced.length());
  }

  /** Bytes of the no-break space that starts here (U+00A0, U+2007, U+202F), or 0. */
  private static int noBreakSpace(Text value, int at) {
    byte[] bytes = value.bytes();
    int left = value.end() - at;
    if (left >= 2 && bytes[at] == (byte) 0xC2 && bytes[at + 1] == (byte) 0xA0) {
      return 2;
    }
    boolean isNarrow =
        left >= 3
            && bytes[at] == (byte) 0xE2
            && bytes[at + 1] == (byte) 0x80
            && (bytes[at + 2] == (byte) 0x87 || bytes[at + 2] == (byte) 0xAF);
    return isNarrow ? 3 : 0;
  }

  void end() {
    out.endLine();
  }

  /** All lines. */
  byte[] bytes() {
    return out.toBytes();
  }
}
