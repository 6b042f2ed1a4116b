package dev.footfall.core.event.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.OpenColumns;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.RealColumn;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Columns as attributes of people. */
class AttributeTest {
  private static final boolean[] NO_NULLS = {};
  private final List<Code> dropped = new ArrayList<>();
  private final List<Integer> merged = new ArrayList<>();
  private final MappingSink sink =
      new MappingSink() {
        @Override
        public void event(Event event) {}

        @Override
        public void reject(int row, Code code, String column, String detail) {}

        @Override
        public void rejectAll(Code code, String column, String detail) {}

        @Override
        public void merged(int row) {
          merged.add(row);
        }

        @Override
        public void dropped(int row, Code code, String column, String detail) {
          dropped.add(code);
        }

        @Override
        public void notice(Code code, String column, String detail) {}
      };

  @Test
  void text_keeps_its_blanks_and_text_of_blanks_alone_is_nothing() {
    assertThat(written(texts(" a \"b\" "))).isEqualTo("{\"x\":\" a \\\"b\\\" \"}");
    assertThat(written(texts(" \u00a0"))).isEqualTo("{}");
  }

  @Test
  void whole_numbers_beyond_two_to_the_53_go_as_text() {
    assertThat(written(longs(CellKind.INTEGER, 9_007_199_254_740_991L)))
        .isEqualTo("{\"x\":9007199254740991}");
    assertThat(dropped).isEmpty();
    assertThat(written(longs(CellKind.INTEGER, -9_007_199_254_740_992L)))
        .isEqualTo("{\"x\":\"-9007199254740992\"}");
    assertThat(dropped).containsExactly(Code.NUMBER_SENT_AS_TEXT);
  }

  @Test
  void numbers_have_no_exponent_and_what_is_no_number_is_dropped() {
    assertThat(written(new RealColumn(new double[] {84.50}, NO_NULLS))).isEqualTo("{\"x\":84.5}");
    assertThat(written(new RealColumn(new double[] {Double.NaN}, NO_NULLS))).isEqualTo("{}");
    assertThat(dropped).containsExactly(Code.BAD_VALUE);
  }

  @Test
  void flags_dates_times_and_objects_keep_their_type() {
    assertThat(written(longs(CellKind.BOOLEAN, 1))).isEqualTo("{\"x\":true}");
    assertThat(written(longs(CellKind.DATE, 20_653))).isEqualTo("{\"x\":\"2026-07-19\"}");
    assertThat(written(longs(CellKind.INSTANT, 1_784_485_325_987_000L)))
        .isEqualTo("{\"x\":\"2026-07-19T18:22:05Z\"}");
    assertThat(written(texts(CellKind.NESTED, "{\"a\":[1]}"))).isEqualTo("{\"x\":{\"a\":[1]}}");
  }

  @Test
  void the_latest_row_stands_and_ties_do_not_depend_on_the_order_of_rows() {
    assertThat(latest("2026-07-19", "", "2026-07-20T01:00:00Z", "2026-07-20")).isEqualTo(2);
    assertThat(merged).containsExactlyInAnyOrder(0, 1, 3);
    assertThat(latest("9", "10", "x")).isEqualTo(1);
  }

  @Test
  void columns_that_nobody_names_are_open_and_their_names_are_judged() {
    Binding binding = binding(Vocabulary.PLATFORM, "Store Visits", "$source", "mobile");

    assertThat(binding.open())
        .extracting(Binding.Open::name)
        .containsExactly("Store Visits", "mobile");
    assertThat(binding.boundIndexes()).containsExactly(0, 2);
    assertThat(binding.problems())
        .extracting(Binding.Problem::code)
        .containsExactly(Code.BAD_COLUMN_NAME, Code.LOOKS_LIKE_PROFILE_FIELD);
  }

  @Test
  void canonical_columns_are_open_under_their_names_and_prefixed_ones_without_the_prefix() {
    Binding binding = binding(Vocabulary.CANONICAL, "ORDER_ID", "Trial_Visits", "else", "gender");

    assertThat(binding.open()).extracting(Binding.Open::name).containsExactly("order_id", "Visits");
    assertThat(binding.problems())
        .extracting(Binding.Problem::code)
        .containsExactly(Code.UNKNOWN_COLUMN);
  }

  private String written(Column column) {
    AttributeCell cell =
        new AttributeCell(
            0, "x", "x", new AttributeCell.Form(new Timestamps(ZoneId.of("UTC")), false));
    JsonBytes json = new JsonBytes().beginObject();
    cell.write(group(column), 0, json, sink);
    return new String(json.endObject().toBytes(), StandardCharsets.UTF_8);
  }

  private int latest(String... times) {
    merged.clear();
    Binding binding = binding(Vocabulary.PLATFORM, "t");
    return new LatestRow(
            binding, binding.labelled("T"), LatestRow.Keep.LAST, new Timestamps(ZoneId.of("UTC")))
        .choose(group(texts(times), times.length), sink);
  }

  private static Binding binding(Vocabulary vocabulary, String... names) {
    DestinationSpec spec =
        new DestinationSpec(
            new About("trial", "Trial", "A trial.", "no time", List.of()),
            List.of(new Mode("api", "API", Mode.Transport.HTTP, new Limits(1, 1, 1, 1, 1), "none")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(
                OpenColumns.of("properties", "[^$].*", "a name without $")
                    .suspecting(Map.of("mobile", "use phone"))
                    .ignoring(Set.of("gender"))));
    List<ColumnHeader> header =
        Arrays.stream(names).map(n -> new ColumnHeader(n, CellKind.TEXT)).toList();
    return Binding.of(spec, vocabulary, header, SettingValues.of(spec, Map.of()));
  }

  private static RowGroup group(Column column) {
    return group(column, 1);
  }

  private static RowGroup group(Column column, int rows) {
    RowBatch batch = new RowBatch(List.of(column), LongStream.rangeClosed(1, rows).toArray());
    RowGroup group = new RowGroup();
    for (int row = 0; row < rows; row++) {
      group.add(batch, row);
    }
    return group;
  }

  private static Column longs(CellKind kind, long value) {
    return new LongColumn(kind, new long[] {value}, NO_NULLS);
  }

  private static Column texts(String... values) {
    return texts(CellKind.TEXT, values);
  }

  private static Column texts(CellKind kind, String... values) {
    int[] offsets = new int[values.length + 1];
    byte[] all = Text.utf8(String.join("", values));
    for (int i = 0; i < values.length; i++) {
      offsets[i + 1] = offsets[i] + Text.utf8(values[i]).length;
    }
    return new TextColumn(kind, all, offsets, NO_NULLS);
  }
}
