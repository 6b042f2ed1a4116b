package dev.footfall.sources.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.Brand;
import dev.footfall.sources.Cells;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.SourceSettings.DuckDbFile;
import dev.footfall.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session cannot be made to do. */
class SessionSafetyTest {
  /** They take 320 MB and more. */
  private static final int ROWS_TO_SORT = 2_000_000;

  @TempDir Path folder;
  private DuckDbFile settings;

  @BeforeEach
  void make() {
    settings =
        Brand.make(
            folder,
            "CREATE TABLE t AS SELECT i AS id, 'ann@example.com' AS email FROM range(10) r(i)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE t",
        "CREATE TABLE x (i INTEGER)",
        "INSERT INTO t VALUES (1, 'x')",
        "DELETE FROM t",
        "COPY t TO 'out.csv'",
        "ATTACH 'other.duckdb' AS other",
        "SET memory_limit = '10GB'",
        "PRAGMA database_list",
        "INSTALL httpfs",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE t",
        "SELECT 1) AS x; DROP TABLE t; SELECT * FROM (SELECT 1",
        "",
      })
  void only_one_select_is_taken(String sql) {
    try (SourceSession session = Sources.open(settings)) {
      assertThat(fault(session, sql).code()).isIn("ONLY_SELECT_ALLOWED", "SYNTAX_ERROR");
      assertThat(Cells.text(session.rows(Brand.nativeQuery("SELECT count(*) FROM t"))))
          .containsExactly(List.of("10"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM read_csv('https://example.com/x.csv')",
        "SELECT * FROM glob('/*')",
      })
  void no_other_file_is_read(String sql) {
    try (SourceSession session = Sources.open(settings)) {
      assertThat(fault(session, sql).getMessage()).doesNotContain("root:");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT CAST(email AS INTEGER) FROM t",
        "SELECT CAST(email AS DATE) FROM t",
        "SELECT strptime(email, '%Y') FROM t",
        "SELECT error(email) FROM t",
        "SELECT CAST(CASE WHEN i < 90000 THEN '1' ELSE email END AS INTEGER)"
            + " FROM range(100000) r(i), (SELECT max(email) AS email FROM t)",
        "SELECT CAST(email AS DECIMAL(10,2)) FROM t ORDER BY id",
      })
  void no_message_holds_a_cell(String sql) {
    try (SourceSession session = Sources.open(settings)) {
      SourceFault fault = fault(session, sql);
      assertThat(fault).hasMessageNotContaining("ann@").hasNoCause();
      assertThat(Cells.text(session.rows(Brand.nativeQuery("SELECT 1")))).hasSize(1);
    }
  }

  @Test
  void a_failure_in_the_middle_of_a_query_has_its_reason() {
    try (SourceSession session = Sources.open(settings)) {
      assertThat(fault(session, "SELECT CAST(email AS INTEGER) FROM t").code())
          .isEqualTo("INVALID_VALUE");
      assertThat(fault(session, "SELECT CAST(email AS DATE) FROM t ORDER BY id").code())
          .isEqualTo("INVALID_VALUE");
    }
    DuckDbFile small =
        new DuckDbFile(settings.path(), settings.engine().memoryLimit("20MB").threads(1));
    try (SourceSession session = Sources.open(small)) {
      String large = "SELECT i, count(*) FROM range(20000000) r(i) GROUP BY i ORDER BY 1";
      assertThat(fault(session, large).code()).isEqualTo("OUT_OF_MEMORY");
    }
  }

  @Test
  void wrong_sql_says_what_is_wrong() {
    try (SourceSession session = Sources.open(settings)) {
      assertThat(fault(session, "SELECT emial FROM t"))
          .hasMessageContaining("emial")
          .extracting(SourceFault::code)
          .isEqualTo("COLUMN_NOT_FOUND");
      assertThat(fault(session, "SELECT * FROM nowhere").code()).isEqualTo("TABLE_NOT_FOUND");
      assertThat(fault(session, "SELECT nofun(1)").code()).isEqualTo("FUNCTION_NOT_FOUND");
      assertThat(fault(session, "SELEC 1").code()).isEqualTo("SYNTAX_ERROR");
    }
  }

  @Test
  void a_query_that_would_never_end_is_stopped() {
    DuckDbFile quick =
        new DuckDbFile(settings.path(), settings.engine().timeout(Duration.ofMillis(300)));
    String sql = "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range % 7 = 3";
    String slowLater =
        "SELECT i FROM range(100000000000) r(i) WHERE i < 5000 OR hash(i) = 42 LIMIT 6000";
    try (SourceSession session = Sources.open(quick)) {
      assertThat(fault(session, sql).code()).isEqualTo("TIMEOUT");
      assertThat(fault(session, slowLater).code()).isEqualTo("TIMEOUT");
      assertThat(Cells.text(session.rows(Brand.nativeQuery("SELECT 1")))).hasSize(1);
    }
  }

  @Test
  void placeholders_mean_the_window() {
    SourceQuery query =
        Brand.nativeQuery(
                "SELECT :window_start AS s, :window_days AS d, ':window_days' AS t, 1::INTEGER"
                    + " /* :window_start */ -- :window_days")
            .in(ZoneId.of("America/New_York"))
            .lookingBack(Brand.NOW.minus(Duration.ofDays(62)), 62);
    try (SourceSession session = Sources.open(settings)) {
      assertThat(Cells.typed(session.rows(query)))
          .containsExactly(
              List.of(
                  "LOCAL_TIMESTAMP:2026-09-20T08:00",
                  "INTEGER:62",
                  "TEXT::window_days",
                  "INTEGER:1"));
    }
  }

  @Test
  void nothing_is_left_after_close() throws IOException {
    try (SourceSession session = Sources.open(settings)) {
      assertThat(session.tables()).hasSize(1);
      assertThat(leftovers()).isNotEmpty();
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void what_a_killed_session_left_goes_when_the_next_one_opens() throws IOException {
    Path dead = folder.resolve("tmp/session-dead");
    Files.createDirectories(dead);
    Files.writeString(dead.resolve("duckdb_temp_storage.tmp"), "spilled");
    Path locked = folder.resolve("tmp/session-locked");
    Files.createDirectories(locked);
    Files.createFile(folder.resolve("tmp/session-locked.lock"));
    try (SourceSession living = Sources.open(settings);
        SourceSession next = Sources.open(settings)) {
      assertThat(dead).doesNotExist();
      assertThat(locked).doesNotExist();
      assertThat(leftovers()).hasSize(4);
      assertThat(living.tables()).isEqualTo(next.tables());
    }
  }

  @Test
  void a_sort_larger_than_memory_spills_and_ends() {
    String sql =
        "SELECT md5(i::VARCHAR) AS order_id, repeat(md5(i::VARCHAR), 4) AS note"
            + " FROM range(%d) r(i) ORDER BY order_id";
    SourceQuery query = Brand.nativeQuery(sql.formatted(ROWS_TO_SORT));
    try (SourceSession session = Sources.open(settings);
        var rows = session.rows(query)) {
      long count = 0;
      for (var batch = rows.next(); batch.isPresent(); batch = rows.next()) {
        count += batch.get().size();
      }
      assertThat(count).isEqualTo(ROWS_TO_SORT);
    }
  }

  @Test
  void a_missing_file_is_named() {
    DuckDbFile missing = new DuckDbFile(folder.resolve("no.duckdb"), settings.engine());
    assertThatThrownBy(() -> Sources.open(missing))
        .isInstanceOf(SourceFault.class)
        .hasMessageContaining("no.duckdb");
  }

  private static SourceFault fault(SourceSession session, String sql) {
    return catchThrowableOfType(
        SourceFault.class, () -> Cells.text(session.rows(Brand.nativeQuery(sql))));
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve("tmp"))) {
      return entries.toList();
    }
  }
}
