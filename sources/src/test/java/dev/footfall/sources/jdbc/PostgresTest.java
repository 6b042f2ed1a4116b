package dev.footfall.sources.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.footfall.core.credential.Secret;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.Rows;
import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.Brand;
import dev.footfall.sources.Cells;
import dev.footfall.sources.Dialect;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.SourceSettings.JdbcDatabase;
import dev.footfall.sources.Sources;
import dev.footfall.sources.TableInfo;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real PostgreSQL server as a source, in both dialects. */
class PostgresTest {
  private static EmbeddedPostgres server;
  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
    run(
        "CREATE TABLE \"Sales\" (id bigint, order_id text, note varchar(20), price numeric(12,2),"
            + " free numeric, ratio double precision, small smallint, paid boolean, day date,"
            + " at timestamp, seen timestamptz, raw bytea, tags text[], doc jsonb, who uuid)",
        "INSERT INTO \"Sales\" VALUES (1, 'B', 'I', 19.99, 0.125, 0.1, 7, true, '2026-11-20',"
            + " '2026-11-20 10:00:00.123456', '2026-11-20 10:00:00+02', '\\x00ff',"
            + " ARRAY['x', NULL, 'y\"z'], '{\"a\": [1, 2.50]}',"
            + " '5f1c2a3e-0000-4000-8000-00000000000a')",
        "INSERT INTO \"Sales\" (id, order_id, price) VALUES (2, U&' A\\00A0', -0.01), (3, NULL,"
            + " NULL), (4, 'A', 1), (5, U&'\\200B ', 2), (6, 'B', 3)",
        "CREATE TABLE big AS SELECT i AS id, 'k' || (i % 1000) AS k FROM generate_series(1, 50000)"
            + " i",
        "CREATE SCHEMA mart",
        "CREATE TABLE mart.people (id bigint, email text)",
        "INSERT INTO mart.people VALUES (1, 'ann@example.com'), (2, 'bo@example.com')");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void every_type_keeps_its_value_in_both_dialects(Dialect dialect) {
    String sql = "SELECT * FROM \"Sales\" WHERE id = 1";
    try (SourceSession session = open()) {
      assertThat(Cells.typed(session.rows(query(sql, dialect))))
          .containsExactly(
              List.of(
                  "INTEGER:1",
                  "TEXT:B",
                  "TEXT:I",
                  "DECIMAL:19.99",
                  "DECIMAL:0.125",
                  "REAL:0.1",
                  "INTEGER:7",
                  "BOOLEAN:true",
                  "DATE:2026-11-20",
                  "LOCAL_TIMESTAMP:2026-11-20T10:00:00.123456",
                  "INSTANT:2026-11-20T08:00:00Z",
                  "TEXT:00ff",
                  "NESTED:[\"x\",null,\"y\\\"z\"]",
                  "NESTED:{\"a\": [1, 2.50]}",
                  "TEXT:5f1c2a3e-0000-4000-8000-00000000000a"));
      List<List<String>> nulls =
          Cells.text(
              session.rows(
                  query(
                      sql.replace("= 1", "= 3").replace("*", "order_id, price, day, doc"),
                      dialect)));
      assertThat(nulls).containsExactly(List.of("NULL", "NULL", "NULL", "NULL"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void one_run_sees_one_state_of_all_tables(Dialect dialect) throws SQLException {
    SourceQuery count = query("SELECT count(*) AS n FROM mart.people", dialect);
    try (SourceSession session = open()) {
      assertThat(Cells.text(session.rows(count))).containsExactly(List.of("2"));
      run("INSERT INTO mart.people VALUES (3, 'new')");
      assertThat(Cells.text(session.rows(count))).containsExactly(List.of("2"));
    } finally {
      run("DELETE FROM mart.people WHERE id = 3");
    }
  }

  @Test
  void presto_queries_join_and_group_warehouse_tables() {
    String sql =
        "SELECT b.k, COUNT(*) AS n, MAX(p.email) AS email FROM big b JOIN mart.people p"
            + " ON p.id = b.id % 2 + 1 WHERE b.k IN ('k1', 'k2') GROUP BY b.k ORDER BY b.k";
    try (SourceSession session = open()) {
      assertThat(Cells.text(session.rows(query(sql, Dialect.PRESTO))))
          .containsExactly(
              List.of("k1", "50", "bo@example.com"), List.of("k2", "50", "ann@example.com"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void a_result_streams_and_may_be_left_half_read(Dialect dialect) {
    SourceQuery all = query("SELECT id, k FROM big ORDER BY id", dialect);
    try (SourceSession session = open()) {
      try (Rows rows = session.rows(all)) {
        assertThat(rows.next()).isPresent();
      }
      List<List<String>> rows = Cells.text(session.rows(all));
      assertThat(rows).hasSize(50_000);
      assertThat(rows.get(49_999)).containsExactly("50000", "k0");
      assertThat(Cells.text(session.rows(all.limit(10)))).hasSize(10);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void describing_names_columns_and_tables(Dialect dialect) {
    try (SourceSession session = open()) {
      assertThat(
              session
                  .describe(query("SELECT id, price AS \"Total\" FROM \"Sales\"", dialect))
                  .header())
          .extracting(ColumnHeader::name)
          .containsExactly("id", "Total");
      assertThat(session.tables()).extracting(TableInfo::name).contains("Sales", "big", "people");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE big",
        "INSERT INTO mart.people VALUES (9, 'x')",
        "SELECT 1; DELETE FROM big",
        "WITH gone AS (DELETE FROM big RETURNING id) SELECT * FROM gone",
        "SELECT * INTO copy FROM big",
        "COPY big TO STDOUT",
        "COMMIT",
      })
  void the_warehouse_is_only_read(String sql) {
    try (SourceSession session = open()) {
      assertThatThrownBy(() -> Cells.text(session.rows(query(sql, Dialect.NATIVE))))
          .isInstanceOf(SourceFault.class);
      assertThat(Cells.text(session.rows(query("SELECT count(*) FROM big", Dialect.NATIVE))))
          .containsExactly(List.of("50000"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void no_message_holds_a_cell(Dialect dialect) {
    String sql = "SELECT CAST(email AS integer) AS x FROM mart.people";
    try (SourceSession session = open()) {
      SourceFault fault =
          catchThrowableOfType(
              SourceFault.class, () -> Cells.text(session.rows(query(sql, dialect))));
      assertThat(fault).hasMessageNotContaining("ann@").hasNoCause();
      assertThat(fault.code()).isEqualTo("INVALID_VALUE");
      assertThat(Cells.text(session.rows(query("SELECT 1 AS x", dialect)))).hasSize(1);
    }
  }

  @Test
  void a_free_number_too_fine_for_the_engine_is_refused_not_cut() throws SQLException {
    run("CREATE TABLE fine AS SELECT 0.12345678901234 AS x");
    try (SourceSession session = open()) {
      SourceQuery query = query("SELECT x FROM fine", Dialect.PRESTO);
      assertThatThrownBy(() -> Cells.text(session.rows(query))).isInstanceOf(SourceFault.class);
      assertThat(Cells.text(session.rows(query.dialect(Dialect.NATIVE))))
          .containsExactly(List.of("0.12345678901234"));
    }
  }

  @Test
  void a_query_that_takes_too_long_is_stopped() {
    JdbcDatabase quick = settings(Duration.ofMillis(300));
    try (SourceSession session = Sources.open(quick)) {
      SourceQuery slow = query("SELECT pg_sleep(60)", Dialect.NATIVE);
      SourceFault fault =
          catchThrowableOfType(SourceFault.class, () -> Cells.text(session.rows(slow)));
      assertThat(fault.code()).isEqualTo("TIMEOUT");
      assertThat(Cells.text(session.rows(query("SELECT 1", Dialect.NATIVE)))).hasSize(1);
    }
  }

  @Test
  void a_server_that_is_down_is_named() {
    JdbcDatabase down =
        new JdbcDatabase(
            "jdbc:postgresql://127.0.0.1:1/x?password=hidden",
            "u",
            Secret.of("s3cret"),
            "",
            Brand.engine(folder));
    assertThatThrownBy(() -> Sources.open(down))
        .isInstanceOf(SourceFault.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageNotContaining("hidden")
        .hasMessageNotContaining("s3cret");
  }

  private SourceSession open() {
    return Sources.open(settings(Duration.ofMinutes(1)));
  }

  private JdbcDatabase settings(Duration timeout) {
    return new JdbcDatabase(
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
        "postgres",
        Secret.of("postgres"),
        "",
        Brand.engine(folder).timeout(timeout));
  }

  private static SourceQuery query(String sql, Dialect dialect) {
    return SourceQuery.presto(sql, Brand.NOW).dialect(dialect);
  }

  private static void run(String... statements) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
