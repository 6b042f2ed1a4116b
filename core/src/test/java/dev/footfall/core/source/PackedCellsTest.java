package dev.footfall.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A cell that was packed is the cell that it was. */
class PackedCellsTest {
  @Property(tries = 300)
  void every_kind_of_cell_comes_back(
      @ForAll("columns") Column column, @ForAll("columns") Column other) {
    List<Column> columns = List.of(column, other, column);
    List<Column> unpacked = roundTrip(columns);

    for (int i = 0; i < columns.size(); i++) {
      for (int row = 0; row < ROWS; row++) {
        assertSame(columns.get(i), row, unpacked.get(i), row);
      }
    }
  }

  @Property(tries = 200)
  void columns_may_be_asked_for_in_any_order(
      @ForAll("columns") Column column,
      @ForAll("columns") Column other,
      @ForAll("orders") List<Integer> order) {
    List<Column> columns = List.of(column, other, column, other, other, column);
    List<Column> unpacked = roundTrip(columns);

    for (int i : order) {
      for (int row = 0; row < ROWS; row++) {
        assertSame(columns.get(i), row, unpacked.get(i), row);
      }
    }
  }

  @Provide
  Arbitrary<List<Integer>> orders() {
    return Arbitraries.integers().between(0, 5).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 200)
  void a_cell_is_the_same_whatever_rows_it_is_packed_with(
      @ForAll("columns") Column column, @ForAll("columns") Column neighbour) {
    List<Column> apart = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      PackedCells cells = new PackedCells(1);
      column.pack(row, cells);
      int second = cells.length();
      neighbour.pack(row, cells);
      apart.add(new CellUnpacker(cells.bytes(), new int[] {0, second}, 2).column());
    }
    for (int row = 0; row < ROWS; row++) {
      assertSame(column, row, apart.get(row), 0);
      assertSame(neighbour, row, apart.get(row), 1);
    }
  }

  @Test
  void no_rows_are_an_empty_column() {
    assertThat(new CellUnpacker(new byte[0], new int[0], 0).column()).isNotNull();
  }

  @Test
  void wide_decimals_do_not_change_the_fingerprints_of_their_neighbours() {
    BigDecimal wide = new BigDecimal("123456789012345678901234567890.12");
    Column mixed =
        new DecimalColumn(2, new long[0], List.of(wide, new BigDecimal("1.50")), new boolean[0]);
    Column narrow = new DecimalColumn(2, new long[] {150}, List.of(), new boolean[0]);

    assertThat(mixed.fingerprint(1)).isEqualTo(narrow.fingerprint(0));
  }

  private static final int ROWS = 5;

  /** All rows, packed row by row as a grouping does, and unpacked column by column. */
  private static List<Column> roundTrip(List<Column> columns) {
    PackedCells cells = new PackedCells(1);
    int[] cursors = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      cursors[row] = cells.length();
      for (Column column : columns) {
        column.pack(row, cells);
      }
    }
    return new UnpackedColumns(cells.bytes(), cursors, columns.size());
  }

  private static void assertSame(Column was, int row, Column is, int at) {
    assertThat(is.isNull(at)).isEqualTo(was.isNull(row));
    assertThat(is.kind(at)).isEqualTo(was.kind(row));
    if (was.isNull(row)) {
      return;
    }
    assertThat(text(is, at)).isEqualTo(text(was, row));
    assertThat(is.fingerprint(at)).isEqualTo(was.fingerprint(row));
    Decimal expected = new Decimal();
    Decimal actual = new Decimal();
    assertThat(is.decimal(at, actual)).isEqualTo(was.decimal(row, expected));
    assertThat(actual.compareWith(expected)).isZero();
    switch (was.kind(row)) {
      case INTEGER, BOOLEAN, DATE, LOCAL_TIMESTAMP, INSTANT ->
          assertThat(is.integer(at)).isEqualTo(was.integer(row));
      case TEXT, NESTED, DECIMAL, REAL -> {}
    }
  }

  private static byte[] text(Column column, int row) {
    Text text = new Text();
    column.text(row, text);
    return text.copy();
  }

  @Provide
  Arbitrary<Column> columns() {
    Arbitrary<Column> simple = Arbitraries.oneOf(texts(), longs(), reals(), narrow(), wide());
    Arbitrary<Column> mixed =
        simple.list().ofSize(ROWS).map(cells -> new MixedColumn(ones(cells), nulls(cells)));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(5, simple), net.jqwik.api.Tuple.of(1, mixed));
  }

  /** Each column's first row alone, by way of packing. */
  private static List<Column> ones(List<Column> cells) {
    return cells.stream()
        .map(
            cell -> {
              PackedCells packed = new PackedCells(1);
              cell.pack(0, packed);
              return new CellUnpacker(packed.bytes(), new int[] {0}, 1).column();
            })
        .toList();
  }

  private static boolean[] nulls(List<Column> cells) {
    boolean[] nulls = new boolean[cells.size()];
    for (int i = 0; i < nulls.length; i++) {
      nulls[i] = cells.get(i).isNull(0);
    }
    return nulls;
  }

  private static Arbitrary<boolean[]> nulls() {
    return Arbitraries.of(true, false, false)
        .list()
        .ofSize(ROWS)
        .map(
            list -> {
              boolean[] nulls = new boolean[ROWS];
              Arrays.setAll(new Boolean[ROWS], i -> nulls[i] = list.get(i));
              return list.contains(true) ? nulls : new boolean[0];
            });
  }

  private static Arbitrary<Column> texts() {
    Arbitrary<CellKind> kinds = Arbitraries.of(CellKind.TEXT, CellKind.NESTED);
    Arbitrary<List<String>> cells =
        Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.of(
                    "", "12.50", "[1,{\"a\":null}]", "é".repeat(100), "x".repeat(70_000)))
            .list()
            .ofSize(ROWS);
    return net.jqwik.api.Combinators.combine(kinds, cells, nulls())
        .as(
            (kind, list, nulls) -> {
              int[] offsets = new int[ROWS + 1];
              List<byte[]> utf8 = list.stream().map(Text::utf8).toList();
              for (int i = 0; i < ROWS; i++) {
                offsets[i + 1] = offsets[i] + utf8.get(i).length;
              }
              byte[] all = new byte[offsets[ROWS]];
              for (int i = 0; i < ROWS; i++) {
                System.arraycopy(utf8.get(i), 0, all, offsets[i], utf8.get(i).length);
              }
              return new TextColumn(kind, all, offsets, nulls);
            });
  }

  private static Arbitrary<Column> longs() {
    Arbitrary<CellKind> kinds =
        Arbitraries.of(
            CellKind.INTEGER,
            CellKind.BOOLEAN,
            CellKind.DATE,
            CellKind.LOCAL_TIMESTAMP,
            CellKind.INSTANT);
    return kinds.flatMap(
        kind ->
            net.jqwik.api.Combinators.combine(range(kind).array(long[].class).ofSize(ROWS), nulls())
                .as((values, nulls) -> new LongColumn(kind, values, nulls)));
  }

  private static Arbitrary<Long> range(CellKind kind) {
    return switch (kind) {
      case BOOLEAN -> Arbitraries.longs().between(0, 1);
      case DATE -> Arbitraries.longs().between(-800_000, 3_000_000);
      case LOCAL_TIMESTAMP, INSTANT ->
          Arbitraries.longs().between(-62_000_000_000_000_000L, 253_000_000_000_000_000L);
      default ->
          Arbitraries.oneOf(
              Arbitraries.longs(), Arbitraries.of(0L, Long.MIN_VALUE, Long.MAX_VALUE));
    };
  }

  private static Arbitrary<Column> reals() {
    Arbitrary<Double> values =
        Arbitraries.oneOf(
            Arbitraries.doubles(),
            Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 4.99, Double.MIN_VALUE));
    return net.jqwik.api.Combinators.combine(values.array(double[].class).ofSize(ROWS), nulls())
        .as(RealColumn::new);
  }

  private static Arbitrary<Column> narrow() {
    return net.jqwik.api.Combinators.combine(
            Arbitraries.integers().between(0, 38),
            Arbitraries.longs().array(long[].class).ofSize(ROWS),
            nulls())
        .as((scale, values, nulls) -> new DecimalColumn(scale, values, List.of(), nulls));
  }

  private static Arbitrary<Column> wide() {
    Arbitrary<BigInteger> digits =
        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(38).negate(), BigInteger.TEN.pow(38));
    Arbitrary<BigDecimal> values =
        net.jqwik.api.Combinators.combine(digits, Arbitraries.integers().between(-5, 38))
            .as(BigDecimal::new);
    Arbitrary<BigDecimal> small =
        Arbitraries.of(BigDecimal.ZERO, new BigDecimal("1.50"), new BigDecimal("1E+3"));
    return net.jqwik.api.Combinators.combine(
            Arbitraries.oneOf(values, small).list().ofSize(ROWS), nulls())
        .as((list, nulls) -> new DecimalColumn(38, new long[0], list, nulls));
  }
}
