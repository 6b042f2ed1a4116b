package dev.footfall.core.source;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Whole numbers, booleans, dates and times: everything that fits one long. */
public final class LongColumn extends Column {
  private final CellKind kind;
  private final long[] values;

  /** Cells of one kind; see {@link CellKind} for what the long means. */
  public LongColumn(CellKind kind, long[] values, boolean[] nulls) {
    super(nulls);
    this.kind = kind;
    this.values = values;
  }

  @Override
  public CellKind kind(int row) {
    return kind;
  }

  @Override
  public void text(int row, Text target) {
    if (kind == CellKind.DATE && IsoDate.isPlain(values[row])) {
      byte[] date = new byte[IsoDate.LENGTH];
      IsoDate.write(values[row], date);
      target.set(date, 0, date.length);
      return;
    }
    byte[] bytes = written(kind, values[row]).getBytes(StandardCharsets.US_ASCII);
    target.set(bytes, 0, bytes.length);
  }

  @Override
  public boolean decimal(int row, Decimal target) {
    if (kind != CellKind.INTEGER) {
      return false;
    }
    target.set(values[row], 0);
    return true;
  }

  @Override
  public long integer(int row) {
    return values[row];
  }

  @Override
  public long fingerprint(int row) {
    return Fingerprint.mix(kind.name().hashCode(), values[row]);
  }

  @Override
  public void pack(int row, PackedCells target) {
    if (isNull(row)) {
      target.nothing(kind);
    } else {
      target.number(kind, values[row]);
    }
  }

  private static String written(CellKind kind, long value) {
    return switch (kind) {
      case BOOLEAN -> value != 0 ? "true" : "false";
      case DATE -> LocalDate.ofEpochDay(value).toString();
      case LOCAL_TIMESTAMP -> Micros.local(value).toString();
      case INSTANT -> Micros.instant(value).toString();
      default -> Long.toString(value);
    };
  }
}
