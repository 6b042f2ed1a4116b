package dev.footfall.sources.presto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slightly wrong SQL runs with a warning, unless {@code strict_sql} is on; placeholders. */
class TolerancesTest {

  private Duck duck;

  @BeforeEach
  void tables() throws Exception {
    duck = new Duck();
    duck.execute("CREATE TABLE customers (email VARCHAR, brand VARCHAR)");
    duck.execute("INSERT INTO customers VALUES ('Jane+x@Example.com', 'ACME Essentials')");
  }

  @AfterEach
  void close() throws Exception {
    duck.close();
  }

  private void tolerated(String sql, Warning.Code code, String place, String row) throws Exception {
    Options options = duck.options();
    assertThat(duck.query(sql).rows()).containsExactly(row);
    assertThat(PrestoSql.translate(sql, options).warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(code);
              assertThat(warning.position()).hasToString(place);
            });
    assertThatThrownBy(() -> PrestoSql.translate(sql, options.strict()))
        .isInstanceOf(SqlFault.class);
  }

  @Test
  void comma_after_select_is_skipped() throws Exception {
    tolerated(
        "SELECT\n  ,brand FROM customers", Warning.Code.EXTRA_COMMA, "2:3", "ACME Essentials");
  }

  @Test
  void alias_in_single_quotes_is_a_name() throws Exception {
    tolerated(
        "SELECT brand AS 'My Brand' FROM customers",
        Warning.Code.QUOTED_ALIAS,
        "1:17",
        "ACME Essentials");
    assertThat(duck.query("SELECT brand AS 'My Brand' FROM customers").names())
        .containsExactly("My Brand");
  }

  @Test
  void double_quoted_text_that_names_nothing_is_text() throws Exception {
    tolerated(
        "SELECT brand FROM customers WHERE brand = \"ACME Essentials\"",
        Warning.Code.DOUBLE_QUOTED_TEXT,
        "1:43",
        "ACME Essentials");
    tolerated(
        "SELECT brand FROM customers WHERE brand IN (\"ACME Essentials\")",
        Warning.Code.DOUBLE_QUOTED_TEXT,
        "1:45",
        "ACME Essentials");
  }

  @Test
  void double_quoted_name_of_a_column_stays_a_column() throws Exception {
    assertThat(duck.query("SELECT email FROM customers WHERE \"BRAND\" = brand").rows()).hasSize(1);
  }

  @Test
  void text_cast_to_varbinary_is_its_bytes() throws Exception {
    tolerated(
        "SELECT LOWER(TO_HEX(MD5(CAST(LOWER(REGEXP_REPLACE(email, '\\+.*@', '@')) AS varbinary)))) FROM customers",
        Warning.Code.TEXT_AS_VARBINARY,
        "1:25",
        "9e26471d35a78862c17e467d87cddedf");
  }

  @Test
  void sha2_is_offered_as_an_extension() throws Exception {
    assertThat(duck.query("SELECT SHA2(LOWER(TRIM(' Jane.Doe@Example.COM')),256)").rows())
        .containsExactly("86e0b9e56c17cc4d12387e1949b85053fbe73bc3ce5a1188713a9d300cc6133d");
  }

  @Test
  void placeholders_are_the_window_and_keep_places_true() throws Exception {
    Options options = duck.options().window(Instant.parse("2026-11-14T00:00:00Z"), 7);
    String sql =
        "SELECT :window_start, :window_days, CURRENT_DATE - INTERVAL :window_days DAY, ':window_start' -- :nothing";
    assertThat(duck.query(sql, options).rows())
        .containsExactly("2026-11-14 00:00:00 | 7 | 2026-11-14 | :window_start");
    assertThatThrownBy(() -> PrestoSql.translate("SELECT :window_start, nosuch", options))
        .hasMessageContaining("line 1:23");
  }

  @Test
  void window_start_is_local_to_the_session() throws Exception {
    Options options =
        duck.options()
            .in(ZoneId.of("America/New_York"))
            .window(Instant.parse("2026-11-14T05:00:00Z"), 7);
    assertThat(duck.query("SELECT :window_start, CURRENT_DATE", options).rows())
        .containsExactly("2026-11-14 00:00:00 | 2026-11-21");
  }

  @Test
  void the_sessions_zone_decides_what_a_local_time_means() throws Exception {
    Options options = duck.options().in(ZoneId.of("America/New_York"));
    String sql =
        "SELECT TO_UNIXTIME(TIMESTAMP '2026-07-20 10:00:00'), LOCALTIMESTAMP, CAST(NOW() AS VARCHAR),"
            + " CAST(TIMESTAMP '2026-07-19 23:00:00' AT TIME ZONE '+02:00' AS VARCHAR),"
            + " CURRENT_TIMESTAMP = TIMESTAMP '2026-11-21 07:34:56.789'";
    assertThat(duck.query(sql, options).rows())
        .containsExactly(
            "1.784556E9 | 2026-11-21 07:34:56.789 | 2026-11-21 07:34:56.789 America/New_York"
                + " | 2026-07-20 05:00:00 +02:00 | true");
  }

  @Test
  void unknown_placeholder_is_a_fault() throws Exception {
    Options options = duck.options();
    assertThatThrownBy(() -> PrestoSql.translate("SELECT 1 WHERE 1 < :lookback", options))
        .hasMessage(
            "SYNTAX_ERROR: line 1:20: Unknown placeholder ':lookback'. "
                + "There are :window_start and :window_days");
    assertThatThrownBy(() -> PrestoSql.translate("SELECT :window_days", options))
        .hasMessageContaining("has no value here");
  }
}
