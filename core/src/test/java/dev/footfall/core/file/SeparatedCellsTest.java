package dev.footfall.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells in the style that an operator chose. */
class SeparatedCellsTest {
  private static String line(CellStyle style) {
    SeparatedCells cells = new SeparatedCells(style);
    cells.text(Text.of("a")).text(Text.of("b,\"c\"")).blank();
    cells.number(7).number(new Decimal().set(150, 2)).endLine();
    return new String(cells.toBytes(), StandardCharsets.UTF_8);
  }

  private static CellStyle style(CellStyle.Quotes quotes, int escape) {
    return new CellStyle((byte) ',', quotes, (byte) escape, false);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = ';',
      value = {
        "ALL;'\"a\",\"b,\"\"c\"\"\",\"\",\"7\",\"1.50\"'",
        "ALL_NON_NULL;'\"a\",\"b,\"\"c\"\"\",,\"7\",\"1.50\"'",
        "MINIMAL;'a,\"b,\"\"c\"\"\",,7,1.50'",
        "NON_NUMERIC;'\"a\",\"b,\"\"c\"\"\",,7,1.50'"
      })
  void cells_stand_in_quotes_as_asked(CellStyle.Quotes quotes, String expected) {
    assertThat(line(style(quotes, 0))).isEqualTo(expected + "\n");
  }

  @Test
  void an_escape_stands_before_what_would_be_misread() {
    assertThat(line(style(CellStyle.Quotes.MINIMAL, '\\')))
        .isEqualTo("a,\"b,\\\"c\\\"\",,7,1.50\n");
    assertThat(line(style(CellStyle.Quotes.NONE, '\\'))).isEqualTo("a,b\\,\\\"c\\\",,7,1.50\n");
  }

  @Test
  void without_quotes_and_escape_a_line_may_be_unreadable() {
    SeparatedCells cells = new SeparatedCells(style(CellStyle.Quotes.NONE, 0));

    assertThat(cells.text(Text.of("a b")).isReadable()).isTrue();
    assertThat(cells.text(Text.of("a\nb")).isReadable()).isFalse();
    assertThat(cells.clear().isReadable()).isTrue();
  }

  @Test
  void lines_may_end_as_on_windows() {
    CellStyle windows = new CellStyle((byte) '\t', CellStyle.Quotes.MINIMAL, (byte) 0, true);

    assertThat(line(windows)).isEqualTo("a\t\"b,\"\"c\"\"\"\t\t7\t1.50\r\n");
  }
}
