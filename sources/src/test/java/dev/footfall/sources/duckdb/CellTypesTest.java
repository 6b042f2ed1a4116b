package dev.footfall.sources.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.Rows;
import dev.footfall.sources.Brand;
import dev.footfall.sources.Cells;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each type of the engine becomes. */
class CellTypesTest {
  @TempDir Path folder;
  private SourceSession session;
  private final Locale locale = Locale.getDefault();

  @BeforeEach
  void open() {
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    session = Sources.open(Brand.make(folder, "CREATE TABLE t (id INTEGER)"));
  }

  @AfterEach
  void close() {
    session.close();
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAST(-5 AS TINYINT)                        | INTEGER:-5",
        "CAST(300 AS SMALLINT)                      | INTEGER:300",
        "CAST(70000 AS INTEGER)                     | INTEGER:70000",
        "CAST(-9223372036854775808 AS BIGINT)       | INTEGER:-9223372036854775808",
        "CAST(255 AS UTINYINT)                      | INTEGER:255",
        "CAST(65535 AS USMALLINT)                   | INTEGER:65535",
        "CAST(4294967295 AS UINTEGER)               | INTEGER:4294967295",
        "CAST(18446744073709551615 AS UBIGINT)      | DECIMAL:18446744073709551615",
        "CAST(-7 AS HUGEINT)                        | DECIMAL:-7",
        "CAST(99999999999999999999999999 AS HUGEINT)| DECIMAL:99999999999999999999999999",
        "CAST(1.50 AS DECIMAL(4,2))                 | DECIMAL:1.5",
        "CAST(-0.01 AS DECIMAL(18,2))               | DECIMAL:-0.01",
        "CAST(19.99 AS DECIMAL(38,2))               | DECIMAL:19.99",
        "CAST(-12345678901234567890123.4567 AS DECIMAL(38,4)) |"
            + " DECIMAL:-12345678901234567890123.4567",
        "CAST(1.1 AS FLOAT)                         | REAL:1.1",
        "CAST(0.1 AS DOUBLE)                        | REAL:0.1",
        "true                                       | BOOLEAN:true",
        "DATE '1969-12-31'                          | DATE:1969-12-31",
        "TIMESTAMP '2026-11-21 10:00:00.123456'     | LOCAL_TIMESTAMP:2026-11-21T10:00:00.123456",
        "TIMESTAMP_S '1969-12-31 23:59:59'          | LOCAL_TIMESTAMP:1969-12-31T23:59:59",
        "TIMESTAMP_MS '2026-11-21 10:00:00.123'     | LOCAL_TIMESTAMP:2026-11-21T10:00:00.123",
        "TIMESTAMP_NS '2026-11-21 10:00:00.123456'  | LOCAL_TIMESTAMP:2026-11-21T10:00:00.123456",
        "TIMESTAMPTZ '2026-11-21 10:00:00+02'       | INSTANT:2026-11-21T08:00:00Z",
        "CAST('I' AS VARCHAR)                       | TEXT:I",
        "'\\x00\\xFF'::BLOB                         | TEXT:00ff",
        "CAST('5f1c2a3e-0000-4000-8000-00000000000a' AS UUID) |"
            + " TEXT:5f1c2a3e-0000-4000-8000-00000000000a",
        "TIME '10:11:12'                            | TEXT:10:11:12",
        "'{\"a\": 1}'::JSON                         | NESTED:{\"a\": 1}",
        "CAST('\"a\"' AS JSON)                      | TEXT:a",
        "CAST('1.50' AS JSON)                       | DECIMAL:1.5",
        "CAST('null' AS JSON)                       | NULL",
        "[1.50, NULL]                               | NESTED:[1.50,null]",
        "[1.50::DOUBLE, NULL]                       | NESTED:[1.5,null]",
        "CAST([] AS DECIMAL(3,2)[])                 | NESTED:[]",
        "CAST(NULL AS DECIMAL(3,2)[])               | NULL",
        "{'id': 'A \"B\"', 'price': 2.00, 'n': NULL}| NESTED:{\"id\":\"A"
            + " \\\"B\\\"\",\"price\":2.00,\"n\":null}",
        "[{'it''s \"x\"': [0.10, -3.00]}, NULL]      | NESTED:[{\"it's"
            + " \\\"x\\\"\":[0.10,-3.00]},null]",
        "MAP {'a \"b\"': 2.50, 'c': NULL}            | NESTED:{\"a \\\"b\\\"\":2.50,\"c\":null}",
        "CAST(NULL AS STRUCT(price DECIMAL(4,2)))   | NULL",
        "MAP {1.50: 'x'}                            | NESTED:{\"1.50\":\"x\"}",
        "[99999999999999999999.990]                 | NESTED:[99999999999999999999.990]",
        "{'id': 'A', 'price': 2}                    | NESTED:{\"id\":\"A\",\"price\":2}",
        "[MAP {'sku': '1', 'price': '2.5'}]         | NESTED:[{\"sku\":\"1\",\"price\":\"2.5\"}]",
        "CAST('b' AS ENUM('a', 'b'))                | TEXT:b",
        "INTERVAL 2 DAY                             | TEXT:2 days",
        "NULL                                       | NULL",
      })
  void every_type_keeps_its_value(String expression, String cell) {
    Rows rows = session.rows(Brand.nativeQuery("SELECT " + expression + " AS x"));
    assertThat(Cells.typed(rows)).containsExactly(List.of(cell));
  }

  @Test
  void nulls_stand_where_they_stood_in_every_type() {
    String sql =
        "SELECT * FROM (VALUES (NULL, NULL, NULL, NULL, NULL),"
            + " ('a', 1, 1.5::DECIMAL(38,1), true, DATE '2026-01-01'),"
            + " (NULL, NULL, NULL, NULL, NULL))";
    List<List<String>> rows = Cells.text(session.rows(Brand.nativeQuery(sql)));
    assertThat(rows)
        .containsExactly(
            List.of("NULL", "NULL", "NULL", "NULL", "NULL"),
            List.of("a", "1", "1.5", "true", "2026-01-01"),
            List.of("NULL", "NULL", "NULL", "NULL", "NULL"));
  }

  @Test
  void an_empty_result_still_has_its_columns() {
    try (Rows rows = session.rows(Brand.nativeQuery("SELECT id, 'x' AS \"E-mail\" FROM t"))) {
      assertThat(rows.header())
          .containsExactly(
              new ColumnHeader("id", CellKind.INTEGER), new ColumnHeader("E-mail", CellKind.TEXT));
      assertThat(rows.next()).isEmpty();
      assertThat(rows.next()).isEmpty();
    }
  }

  @Test
  void two_columns_may_share_a_name() {
    try (Rows rows = session.rows(Brand.nativeQuery("SELECT 1 AS a, 2 AS a, 3 AS \"A\""))) {
      assertThat(rows.header()).extracting(ColumnHeader::name).containsExactly("a", "a", "A");
      assertThat(Cells.text(rows)).containsExactly(List.of("1", "2", "3"));
    }
  }

  @Test
  void a_cell_of_a_megabyte_arrives_whole() {
    String sql = "SELECT repeat('ü', 500000) || 'end' AS x FROM range(3)";
    List<List<String>> rows = Cells.text(session.rows(Brand.nativeQuery(sql)));
    assertThat(rows).hasSize(3);
    assertThat(rows.get(2).get(0)).hasSize(500_003).endsWith("üend");
  }

  @Test
  void describing_runs_nothing() {
    String sql = "SELECT i, error('ran') AS x FROM range(10) r(i)";
    assertThat(session.describe(Brand.nativeQuery(sql)).header())
        .extracting(ColumnHeader::name)
        .containsExactly("i", "x");
  }
}
