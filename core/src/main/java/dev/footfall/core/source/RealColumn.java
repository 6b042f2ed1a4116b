package dev.footfall.core.source;

/** Binary floating point numbers. */
public final class RealColumn extends Column {
  private final double[] values;

  /** Floating point cells. */
  public RealColumn(double[] values, boolean[] nulls) {
    super(nulls);
    this.values = values;
  }

  @Override
  public CellKind kind(int row) {
    return CellKind.REAL;
  }

  @Override
  public void text(int row, Text target) {
    Decimal value = new Decimal();
    byte[] bytes;
    int end;
    if (value.set(values[row])) {
      value.strip();
      bytes = new byte[value.maxWidth()];
      end = value.write(bytes, 0);
    } else {
      bytes = Text.utf8(Double.toString(values[row]));
      end = bytes.length;
    }
    target.set(bytes, 0, end);
  }

  @Override
  public boolean decimal(int row, Decimal target) {
    return target.set(values[row]);
  }

  @Override
  public long integer(int row) {
    throw new IllegalStateException("a floating point cell holds no integer");
  }

  @Override
  public long fingerprint(int row) {
    return Fingerprint.mix(CellKind.REAL.name().hashCode(), Double.doubleToLongBits(values[row]));
  }

  @Override
  public void pack(int row, PackedCells target) {
    if (isNull(row)) {
      target.nothing(CellKind.REAL);
      return;
    }
    target.something(CellKind.REAL);
    target.int64(Double.doubleToRawLongBits(values[row]));
  }
}
