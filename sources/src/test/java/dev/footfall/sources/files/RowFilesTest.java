package dev.footfall.sources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.Rows;
import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.Brand;
import dev.footfall.sources.Cells;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read as they are written. */
class RowFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"02139\"        | TEXT:02139",
        "2139             | INTEGER:2139",
        "-9223372036854775808 | INTEGER:-9223372036854775808",
        "9223372036854775808  | DECIMAL:9223372036854775808",
        "19.99            | DECIMAL:19.99",
        "0.1000000000000000055511151231257827 | DECIMAL:0.1000000000000000055511151231257827",
        "1e3              | DECIMAL:1000",
        "1001.0           | DECIMAL:1001",
        "1e999999999      | TEXT:1e999999999",
        "true             | BOOLEAN:true",
        "false            | BOOLEAN:false",
        "null             | NULL",
        "\"\"             | TEXT:",
        "[1, \"a\" ]      | NESTED:[1, \"a\" ]",
        "{\"id\": 1.50}   | NESTED:{\"id\": 1.50}",
        "\"\\ud83d\\ude00\" | TEXT:😀",
        "\"\\ud800x\"     | TEXT:\uFFFDx",
        "\"a\\u0000b\"    | TEXT:a\0b",
      })
  void ndjson_values_keep_their_type_and_digits(String json, String cell) throws IOException {
    assertThat(Cells.typed(RowFiles.open(write("x.ndjson", "{\"v\":" + json + "}\n"))))
        .containsExactly(List.of(cell));
  }

  @Test
  void columns_are_all_keys_in_the_order_of_their_first_appearance() throws IOException {
    Path file = write("x.ndjson", "\uFEFF{\"b\":1}\r\n\n{\"a\":\"x\",\"b\":null}\n{\"c\":true}");
    try (Rows rows = RowFiles.open(file)) {
      assertThat(rows.header()).extracting(ColumnHeader::name).containsExactly("b", "a", "c");
      assertThat(Cells.text(rows))
          .containsExactly(
              List.of("1", "NULL", "NULL"),
              List.of("NULL", "x", "NULL"),
              List.of("NULL", "NULL", "true"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":", "[{\"a\":2}]", "3", "{\"a\":1} {\"a\":2}", "{\"a\":1,\"a\":2}", "a,b"})
  void a_bad_line_is_named_with_its_number(String line) throws IOException {
    Path file = write("x.ndjson", "{\"a\":1}\n" + line + "\n{\"a\":3}\n");
    assertThatThrownBy(() -> RowFiles.open(file))
        .isInstanceOf(SourceFault.class)
        .hasMessageContaining("x.ndjson:2: ");
  }

  @Test
  void random_bytes_and_long_cells_survive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("{\"v\":\"".getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {(byte) 0xFF, (byte) 0xC3, 0, 7, (byte) 0xED, (byte) 0xA0, (byte) 0x80});
    bytes.write(
        ("\"}\n{\"v\":\"" + "é".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8));
    Path file = folder.resolve("x.ndjson");
    Files.write(file, bytes.toByteArray());
    List<List<String>> rows = Cells.text(RowFiles.open(file));
    assertThat(rows.get(0).get(0)).startsWith("\uFFFD\uFFFD\0\u0007\uFFFD");
    assertThat(rows.get(1).get(0)).hasSize(1_000_000);
  }

  @Test
  void rows_are_numbered_across_batches() throws IOException {
    Path file = write("x.ndjson", "{\"v\":1}\n".repeat(5000));
    try (Rows rows = RowFiles.open(file)) {
      long last = 0;
      for (var batch = rows.next(); batch.isPresent(); batch = rows.next()) {
        assertThat(batch.get().rowNumbers()[0]).isEqualTo(last + 1);
        last = batch.get().rowNumbers()[batch.get().size() - 1];
      }
      assertThat(last).isEqualTo(5000);
    }
  }

  @Test
  void csv_cells_are_text_and_only_an_empty_cell_without_quotes_is_null() throws IOException {
    Path file = write("x.csv", "\uFEFF\"a\",b,c\r\n02139,,\"\"\r\n\"x,\"\"y\"\"\n z\",1.50,true\n");
    try (Rows rows = RowFiles.open(file)) {
      assertThat(rows.header()).extracting(ColumnHeader::name).containsExactly("a", "b", "c");
      assertThat(Cells.typed(rows))
          .containsExactly(
              List.of("TEXT:02139", "NULL", "TEXT:"),
              List.of("TEXT:x,\"y\"\n z", "TEXT:1.50", "TEXT:true"));
    }
  }

  @Test
  void a_ragged_csv_row_is_named_with_its_line() throws IOException {
    Path file = write("x.csv", "a,b\n\"1\n1\",2\n3\n");
    assertThatThrownBy(() -> Cells.text(RowFiles.open(file)))
        .isInstanceOf(SourceFault.class)
        .hasMessageContaining("x.csv:4: the row has 1 cells, the header names 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\n1,\"2\n", "", "a,b\n\"1\"x,2\n"})
  void broken_csv_is_one_clear_error(String text) throws IOException {
    Path file = write("x.csv", text);
    assertThatThrownBy(() -> Cells.text(RowFiles.open(file)))
        .isInstanceOf(SourceFault.class)
        .hasMessageContaining("x.csv:");
  }

  @Test
  void parquet_keeps_its_order_and_types() {
    Path file = folder.resolve("x.parquet");
    Brand.run(
        folder.resolve("make.duckdb"),
        "COPY (SELECT i, '0' || i AS zip, 1.50::DECIMAL(9,2) AS price FROM range(9000) r(i)"
            + " ORDER BY i DESC) TO '"
            + file
            + "'");
    List<List<String>> rows = Cells.typed(RowFiles.open(file, Brand.engine(folder)));
    assertThat(rows).hasSize(9000);
    assertThat(rows.get(0)).containsExactly("INTEGER:8999", "TEXT:08999", "DECIMAL:1.5");
    assertThat(rows.get(8999)).containsExactly("INTEGER:0", "TEXT:00", "DECIMAL:1.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.ndjson", "x.txt"})
  void a_file_that_cannot_be_rows_is_named(String name) throws IOException {
    write("x.txt", "a");
    assertThatThrownBy(() -> RowFiles.open(folder.resolve(name)))
        .isInstanceOf(SourceFault.class)
        .hasMessageContaining(name);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
