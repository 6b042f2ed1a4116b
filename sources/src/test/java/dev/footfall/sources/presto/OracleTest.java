package dev.footfall.sources.presto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same SQL in Trino and, translated, in DuckDB: the same rows, names and types. */
class OracleTest {

  private static final int BATCH = 40;

  private static TrinoOracle trino;
  private static Duck duck;

  @BeforeAll
  static void both_engines_hold_the_same_tables() throws Exception {
    trino = new TrinoOracle(Duck.NOW);
    duck = new Duck();
    for (String statement : resource("tables.sql").split(";\\s*\n")) {
      trino.query(asSelect(statement));
      duck.execute(statement);
    }
  }

  /** CREATE TABLE as Trino's in-process runner takes it. */
  private static String asSelect(String statement) {
    if (!statement.startsWith("CREATE TABLE")) {
      return statement;
    }
    int open = statement.indexOf('(');
    String columns =
        Arrays.stream(statement.substring(open + 1, statement.lastIndexOf(')')).split(", "))
            .map(column -> column.split(" ", 2))
            .map(c -> "CAST(NULL AS " + c[1].replace("TIMESTAMP", "TIMESTAMP(3)") + ") AS " + c[0])
            .collect(Collectors.joining(", "));
    return statement.substring(0, open) + "AS SELECT " + columns + " WITH NO DATA";
  }

  @AfterAll
  static void close() throws Exception {
    trino.close();
    duck.close();
  }

  @Test
  void probes_hold_what_trino_answers() throws Exception {
    List<Probe> answered = Probe.all().stream().filter(probe -> !probe.isRefused()).toList();
    for (int from = 0; from < answered.size(); from += BATCH) {
      List<Probe> batch = answered.subList(from, Math.min(answered.size(), from + BATCH));
      List<String> expressions = batch.stream().map(Probe::expression).toList();
      Answer answer = trino.query("SELECT " + String.join(", ", expressions));
      assertThat(answer.rows())
          .containsExactly(String.join(" | ", batch.stream().map(Probe::value).toList()));
      assertThat(answer.types()).isEqualTo(batch.stream().map(Probe::type).toList());
    }
  }

  @Test
  void what_we_refuse_trino_refuses_too() throws Exception {
    List<Probe> refused = Probe.all().stream().filter(Probe::isRefused).toList();
    for (Probe probe : refused) {
      assertThatThrownBy(() -> trino.query(probe.query())).as(probe.expression()).isNotNull();
    }
  }

  @Test
  void trino_answers_otherwise_where_we_deviate() throws Exception {
    for (Deviation deviation : Deviation.all()) {
      String sql = "SELECT " + deviation.expression();
      if (deviation.presto().equals("!")) {
        assertThatThrownBy(() -> trino.query(sql)).as(sql).isNotNull();
      } else {
        assertThat(trino.query(sql).rows()).as(sql).containsExactly(deviation.presto());
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> queries_give_the_same_rows_names_and_types() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Path folder =
        Path.of(System.getProperty("basedir", "."), "src/test/resources")
            .resolve(OracleTest.class.getPackageName().replace('.', '/'))
            .resolve("queries");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String sql = Files.readString(file);
        tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> same(sql)));
      }
    }
    return tests.stream();
  }

  private static void same(String sql) throws Exception {
    Answer expected = trino.query(sql);
    Answer answer = duck.query(sql);
    assertThat(answer.rows()).isEqualTo(expected.rows());
    assertThat(answer.types()).isEqualTo(expected.types());
    assertThat(answer.names())
        .usingElementComparator(String::compareToIgnoreCase)
        .isEqualTo(expected.names());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = OracleTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip() + "\n";
    }
  }
}
