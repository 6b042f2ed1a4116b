package dev.footfall.core.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which rows come together. A row's text is its key; {@code /} stands for the zero byte. */
class GroupingTest {
  private static final EventMapper BY_TEXT =
      new EventMapper() {
        @Override
        public Membership group(RowBatch batch, int row, ByteBuilder key) {
          Text text = new Text();
          batch.column(0).text(row, text);
          key.add(Text.utf8(text.decode().replace('/', '\0')));
          char kind = text.decode().charAt(0);
          return kind == '-'
              ? Membership.ALONE
              : kind == '~' ? Membership.SCATTERED : Membership.ADJACENT;
        }

        @Override
        public boolean identify(RowGroup group, ByteBuilder material) {
          return false;
        }

        @Override
        public void map(RowGroup group, MappingSink sink) {}
      };

  @Test
  void rows_of_one_order_that_follow_each_other_are_one_group() {
    assertThat(groups("A", "A", "B")).containsExactly(List.of(1L, 2L), List.of(3L));
  }

  @Test
  void mixed_events_of_one_order_come_apart() {
    assertThat(groups("A/lead", "A/purchase", "A/lead", "B/lead", "B/lead"))
        .containsExactly(List.of(1L, 3L), List.of(2L), List.of(4L, 5L));
  }

  @Test
  void an_order_whose_id_begins_like_another_is_another() {
    assertThat(groups("A/lead", "AB/lead", "AB", "A"))
        .containsExactly(List.of(1L), List.of(2L), List.of(3L), List.of(4L));
  }

  @Test
  void rows_without_order_id_stand_alone_or_find_each_other_anywhere() {
    assertThat(groups("-", "~x", "A", "~x", "-", "A"))
        .containsExactly(List.of(1L), List.of(5L), List.of(2L, 4L), List.of(3L, 6L));
  }

  @Test
  void an_order_may_span_batches() {
    List<List<Long>> groups = new ArrayList<>();
    Grouping grouping = new Grouping(BY_TEXT, group -> groups.add(numbers(group)));
    grouping.add(batch("A/x", "A/y"));
    grouping.add(batch("A/x"));
    grouping.finish();

    assertThat(groups).containsExactly(List.of(1L, 1L), List.of(2L));
  }

  private static List<List<Long>> groups(String... keys) {
    List<List<Long>> groups = new ArrayList<>();
    Grouping grouping = new Grouping(BY_TEXT, group -> groups.add(numbers(group)));
    grouping.add(batch(keys));
    grouping.finish();
    return groups;
  }

  private static List<Long> numbers(RowGroup group) {
    return LongStream.range(0, group.size()).map(i -> group.rowNumber((int) i)).boxed().toList();
  }

  private static RowBatch batch(String... keys) {
    int[] offsets = new int[keys.length + 1];
    for (int i = 0; i < keys.length; i++) {
      offsets[i + 1] = offsets[i] + keys[i].length();
    }
    TextColumn column =
        new TextColumn(CellKind.TEXT, Text.utf8(String.join("", keys)), offsets, new boolean[0]);
    return new RowBatch(List.of(column), LongStream.rangeClosed(1, keys.length).toArray());
  }
}
