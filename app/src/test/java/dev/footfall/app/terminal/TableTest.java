package dev.footfall.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.terminal.Table.Cell;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columns_are_aligned_and_numbers_stand_right() {
    Table table = Table.of("NAME", "ROWS").right(1).row("meta", "1,000").row("tiktok", "5");
    assertThat(table.lines(80, false, 0))
        .containsExactly("NAME     ROWS", "meta    1,000", "tiktok      5");
  }

  @Test
  void long_text_is_wrapped_inside_its_column() {
    Table table = Table.of("A", "B").row("x", "one two three four five six seven");
    assertThat(table.lines(21, false, 0))
        .containsExactly("A  B", "x  one two three four", "   five six seven");
  }

  @Test
  void a_word_is_broken_only_where_no_other_column_can_give_way() {
    Table table = Table.of("TYPE", "SENDS", "WHEN");
    table.row("enhanced-conversions", "purchases on the web, in apps", "up to a day later");
    assertThat(table.lines(50, false, 0))
        .anyMatch(line -> line.startsWith("enhanced-conversions  "));
    assertThat(table.lines(30, false, 0)).noneMatch(line -> line.length() > 30);
  }

  @Test
  void lines_of_a_cell_stay_lines() {
    assertThat(Table.of("", "").row("a\nb", "c").lines(80, false, 2))
        .containsExactly("  a  c", "  b");
  }

  @Test
  void a_cell_keeps_its_indentation_on_all_its_lines() {
    assertThat(Table.of("", "").row("fate", "1").row("  CODE", "2").lines(80, false, 0))
        .containsExactly("fate    1", "  CODE  2");
    assertThat(Wrapping.lines("  one two", 6)).containsExactly("  one", "  two");
  }

  @Test
  void pieces_below_a_row_fill_the_width_unbroken() {
    Table table =
        Table.of("A", "B").row("x", "y").below(List.of(Cell.of("one 1"), Cell.of("two 2")));
    assertThat(table.lines(15, false, 0)).containsExactly("A  B", "x  y", "  one 1   two 2");
    assertThat(table.lines(14, false, 0)).containsExactly("A  B", "x  y", "  one 1", "  two 2");
  }

  @Test
  void colours_do_not_disturb_the_alignment() {
    Table table = Table.of("", "").row(List.of(new Cell("ab", Style.GOOD), Cell.of("c")));
    assertThat(table.lines(80, true, 0)).containsExactly("\u001b[32mab\u001b[0m  c");
  }

  @Property
  void no_line_is_wider_than_the_terminal(
      @ForAll @Size(min = 1, max = 8) List<@AlphaChars @StringLength(max = 90) String> cells,
      @ForAll @IntRange(min = 60, max = 140) int width) {
    Table table = Table.of("", "").row("a name", String.join(" ", cells));
    assertThat(table.lines(width, false, 2)).allMatch(line -> line.length() <= width);
  }

  @Property
  void wrapping_loses_no_word(@ForAll @AlphaChars @StringLength(max = 200) String text) {
    assertThat(String.join("", Wrapping.lines(text, 20))).isEqualTo(text);
  }
}
