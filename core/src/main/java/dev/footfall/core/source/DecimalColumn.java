package dev.footfall.core.source;

import java.math.BigDecimal;
import java.util.List;

/** Exact decimals of one scale; those beyond 64 bits stand aside. */
public final class DecimalColumn extends Column {
  private final int scale;
  private final long[] unscaled;
  private final List<BigDecimal> wide;

  /**
   * Decimal cells.
   *
   * @param scale digits after the point
   * @param unscaled the number without its point
   * @param wide empty when all fit; else one number a row, used instead of {@code unscaled}
   * @param nulls see {@link Column}
   */
  public DecimalColumn(int scale, long[] unscaled, List<BigDecimal> wide, boolean[] nulls) {
    super(nulls);
    this.scale = scale;
    this.unscaled = unscaled;
    this.wide = List.copyOf(wide);
  }

  @Override
  public CellKind kind(int row) {
    return CellKind.DECIMAL;
  }

  @Override
  public void text(int row, Text target) {
    Decimal value = new Decimal();
    decimal(row, value);
    value.strip();
    byte[] bytes = new byte[value.maxWidth()];
    target.set(bytes, 0, value.write(bytes, 0));
  }

  @Override
  public boolean decimal(int row, Decimal target) {
    if (wide.isEmpty()) {
      target.set(unscaled[row], scale);
    } else {
      target.set(wide.get(row));
    }
    return true;
  }

  @Override
  public long integer(int row) {
    throw new IllegalStateException("a decimal cell holds no integer");
  }

  @Override
  public long fingerprint(int row) {
    if (wide.isEmpty()) {
      return Fingerprint.mix(scale, unscaled[row]);
    }
    BigDecimal value = wide.get(row);
    return Fingerprint.mix(
        value.scale(),
        isNarrow(value) ? value.unscaledValue().longValue() : value.unscaledValue().hashCode());
  }

  @Override
  public void pack(int row, PackedCells target) {
    if (isNull(row)) {
      target.nothing(CellKind.DECIMAL);
      return;
    }
    target.something(CellKind.DECIMAL);
    if (wide.isEmpty()) {
      target.number(scale);
      target.count(0);
      target.number(unscaled[row]);
      return;
    }
    BigDecimal value = wide.get(row);
    target.number(value.scale());
    if (isNarrow(value)) {
      target.count(0);
      target.number(value.unscaledValue().longValue());
    } else {
      byte[] bytes = value.unscaledValue().toByteArray();
      target.text(bytes, 0, bytes.length);
    }
  }

  private static boolean isNarrow(BigDecimal value) {
    return value.unscaledValue().bitLength() < Long.SIZE;
  }
}
