package dev.footfall.core.source;

/** Text, or the JSON text of nested values. */
public final class TextColumn extends Column {
  private final CellKind kind;
  private final byte[] bytes;
  private final int[] starts;
  private final int[] ends;
  private final int firstEnd;

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
    this.starts = offsets;
    this.ends = offsets;
    this.firstEnd = 1;
  }

  /** Text cells that lie anywhere: cell {@code i} is {@code bytes[starts[i], ends[i])}. */
  TextColumn(CellKind kind, byte[] bytes, int[] starts, int[] ends, boolean[] nulls) {
    super(nulls);
    this.kind = kind;
    this.bytes = bytes;
    this.starts = starts;
    this.ends = ends;
    this.firstEnd = 0;
  }

  private int end(int row) {
    return ends[firstEnd + row];
  }

  @Override
  public CellKind kind(int row) {
    return kind;
  }

  @Override
  public void text(int row, Text target) {
    target.set(bytes, starts[row], end(row));
  }

  @Override
  public boolean decimal(int row, Decimal target) {
    return target.parse(bytes, starts[row], end(row));
  }

  @Override
  public long integer(int row) {
    throw new IllegalStateException("a text cell holds no integer");
  }

  @Override
  public long fingerprint(int row) {
    return Fingerprint.of(bytes, starts[row], end(row));
  }

  @Override
  public void pack(int row, PackedCells target) {
    if (isNull(row)) {
      target.nothing(kind);
    } else {
      target.text(kind, bytes, starts[row], end(row));
    }
  }
}
