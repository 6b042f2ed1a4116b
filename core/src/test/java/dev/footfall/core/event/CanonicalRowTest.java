package dev.footfall.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.MixedColumn;
import dev.footfall.core.source.RealColumn;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ties are settled as if each row were written out whole. */
class CanonicalRowTest {
  private static final boolean[] NO_NULLS = {};

  /** In the order of their names. */
  private static final List<String> NAMES = List.of("a", "aa", "b", "c");

  /** A cell of any kind; empty for NULL. */
  record Cell(Optional<Column> column) {
    String text() {
      Text text = new Text();
      column.orElseThrow().text(0, text);
      return text.decode();
    }

    String json() {
      return switch (column.orElseThrow().kind(0)) {
        case TEXT, INSTANT -> '"' + text().replace("\"", "\\\"") + '"';
        default -> text();
      };
    }
  }

  @Property(tries = 2000)
  void rows_are_ordered_by_their_json(
      @ForAll("rows") List<Cell> first, @ForAll("rows") List<Cell> second) {
    int order = row().compare(group(first, second), 0, 1);

    assertThat(Integer.signum(order)).isEqualTo(order(json(first), json(second)));
  }

  @Property(tries = 2000)
  void rows_are_ordered_by_their_texts(
      @ForAll("rows") List<Cell> first, @ForAll("rows") List<Cell> second) {
    int order = row().compareTexts(group(first, second), 0, 1);

    assertThat(Integer.signum(order)).isEqualTo(order(texts(first), texts(second)));
  }

  private static int order(String first, String second) {
    return Integer.signum(Arrays.compareUnsigned(Text.utf8(first), Text.utf8(second)));
  }

  private static String json(List<Cell> row) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i).column().isPresent()) {
        members.add('"' + NAMES.get(i) + "\":" + row.get(i).json());
      }
    }
    return '{' + String.join(",", members) + '}';
  }

  private static String texts(List<Cell> row) {
    StringBuilder texts = new StringBuilder();
    row.stream().filter(cell -> cell.column().isPresent()).map(Cell::text).forEach(texts::append);
    return texts.toString();
  }

  @Provide
  Arbitrary<List<Cell>> rows() {
    return cells().list().ofSize(NAMES.size());
  }

  private static Arbitrary<Cell> cells() {
    return Arbitraries.oneOf(
            Arbitraries.of("", "1", "12", "a", "a,", "\"", "\u00e9").map(CanonicalRowTest::text),
            Arbitraries.of(1L, 12L).map(n -> number(CellKind.INTEGER, n)),
            Arbitraries.of(0L, 1_000_000L).map(n -> number(CellKind.INSTANT, n)),
            Arbitraries.of(1.0, 1.5).map(n -> new RealColumn(new double[] {n}, NO_NULLS)))
        .optional(0.7)
        .map(Cell::new);
  }

  private static Column text(String text) {
    byte[] bytes = Text.utf8(text);
    return new TextColumn(CellKind.TEXT, bytes, new int[] {0, bytes.length}, NO_NULLS);
  }

  private static Column number(CellKind kind, long number) {
    return new LongColumn(kind, new long[] {number}, NO_NULLS);
  }

  private static RowGroup group(List<Cell> first, List<Cell> second) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      List<Cell> cells = List.of(first.get(i), second.get(i));
      columns.add(
          new MixedColumn(
              cells.stream().map(cell -> cell.column().orElse(text("unread"))).toList(),
              new boolean[] {first.get(i).column().isEmpty(), second.get(i).column().isEmpty()}));
    }
    RowBatch batch = new RowBatch(columns, new long[] {1, 2});
    RowGroup group = new RowGroup();
    group.add(batch, 0);
    group.add(batch, 1);
    return group;
  }

  private static CanonicalRow row() {
    DestinationSpec spec =
        new DestinationSpec(
            new About("trial", "Trial", "A trial.", "no time", List.of()),
            List.of(new Mode("api", "API", Mode.Transport.HTTP, new Limits(1, 1, 1, 1, 1), "none")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    List<ColumnHeader> header =
        NAMES.stream().map(name -> new ColumnHeader(name, CellKind.TEXT)).toList();
    return new CanonicalRow(
        Binding.of(spec, Vocabulary.PLATFORM, header, SettingValues.of(spec, Map.of())));
  }
}
