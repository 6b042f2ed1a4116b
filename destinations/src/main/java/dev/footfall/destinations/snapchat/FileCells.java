package dev.footfall.destinations.snapchat;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.file.CellStyle;
import dev.footfall.core.file.SeparatedCells;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/** The cells of one line, as a file holds them and as the ledger knows them. One thread. */
final class FileCells {
  private static final char UNIT = 0x1F;

  private final SeparatedCells out;
  private final ByteBuilder plain = new ByteBuilder(512);
  private final Text number = new Text();
  private final ByteBuilder digits = new ByteBuilder(32);

  FileCells(CellStyle style) {
    this.out = new SeparatedCells(style);
  }

  void clear() {
    out.clear();
    plain.clear();
  }

  void blank() {
    plain.add(UNIT);
    out.blank();
  }

  void text(Text value) {
    plain.add(UNIT).add(value);
    out.text(value);
  }

  void number(long value) {
    plain.add(UNIT).add(value);
    out.number(value);
  }

  void number(Decimal value) {
    digits.clear().ensure(value.maxWidth());
    digits.length(value.write(digits.bytes(), 0));
    plain.add(UNIT).add(number.set(digits.bytes(), 0, digits.length()));
    out.number(value);
  }

  /** Every cell behind a separator of units. */
  ByteBuilder plain() {
    return plain;
  }

  /** The line. */
  SeparatedCells line() {
    return out;
  }
}
