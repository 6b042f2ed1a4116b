package dev.footfall.core.source;

/** Text, or the JSON text of nested values. */
public final class TextColumn extends Column {
  private final CellKind kind;
  private final byte[] bytes;
  private final int[] offsets;

  /**
   * Text cells laid end to end.
   *
   * @param kind {@link CellKind#TEXT} or {@link CellKind#NESTED}
   * @param bytes UTF-8
   * @param offsets one more than rows; cell {@code i} is {@code bytes[offsets[i], offsets[i+1])}
   * @param nulls see {@link Column}
   */
  public TextColumn(CellKind kind, byte[] bytes, int[] offsets, boolean[] nulls) {
    super(nulls);
    this.kind = kind;
    this.bytes = bytes;
    this.offsets = offsets;
  }

  @Override
  public CellKind kind(int row) {
    return kind;
  }

  @Override
  public void text(int row, Text target) {
    target.set(bytes, offsets[row], offsets[row + 1]);
  }

  @Override
  public boolean decimal(int row, Decimal target) {
    return target.parse(bytes, offsets[row], offsets[row + 1]);
  }

  @Override
  public long integer(int row) {
    throw new IllegalStateException("a text cell holds no integer");
  }

  @Override
  public long fingerprint(int row) {
    return Fingerprint.of(bytes, offsets[row], offsets[row + 1]);
  }

  @Override
  public void pack(int row, PackedCells target) {
    if (isNull(row)) {
      target.nothing(kind);
    } else {
      target.text(kind, bytes, offsets[row], offsets[row + 1]);
    }
  }
}
