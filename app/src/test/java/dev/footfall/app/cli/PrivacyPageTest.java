package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for data protection officers names all that is kept; what is missing there is new. */
class PrivacyPageTest {
  private static final Path ROOT = Path.of(System.getProperty("footfall.root", ".."));
  private static final String TABLE = "CREATE TABLE (?:IF NOT EXISTS )?(\\w+)";
  private static final String OF_PROJECT = "\"\\.footfall(?:/|\"\\)\\.resolve\\(\")([a-z-]+)";
  private static final String OF_STORE = "folder\\.resolve\\(\"([a-z.-]+)\"\\)";
  private static final String OF_LEDGER = "(?:path\\.resolve\\(|= )\"([a-z]+-?)\"";

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/privacy.md"));
  }

  private static Set<String> found(String pattern, String folder, String ending)
      throws IOException {
    Set<String> found = new TreeSet<>();
    try (var files = Files.walk(ROOT.resolve(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        Pattern.compile(pattern)
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> found.add(match.group(1)));
      }
    }
    return found;
  }

  /** What the page puts in quotation marks of code. */
  static Set<String> named() throws IOException {
    return Pattern.compile("`([^`]+)`")
        .matcher(page())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void every_table_of_both_stores_is_named() throws IOException {
    Set<String> tables = found(TABLE, "store/src/main/resources", ".sql");
    assertThat(tables).hasSizeGreaterThan(8);
    assertThat(named()).containsAll(tables).contains("flyway_schema_history");
  }

  /** Table to the columns that either store's definitions give it. */
  private static Map<String, Set<String>> columns() throws IOException {
    Map<String, Set<String>> columns = new TreeMap<>();
    try (var files = Files.walk(ROOT.resolve("store/src/main/resources"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
        String sql = Files.readString(file).replaceAll("--.*", "");
        for (String statement : sql.split(";", -1)) {
          made(statement, columns);
          added(statement, columns);
        }
      }
    }
    return columns;
  }

  private static void made(String statement, Map<String, Set<String>> columns) {
    Matcher table = Pattern.compile(TABLE + "\\s*\\(").matcher(statement);
    if (table.find()) {
      String body = statement.substring(table.end(), statement.lastIndexOf(')'));
      Set<String> names = columns.computeIfAbsent(table.group(1), t -> new TreeSet<>());
      for (String part : body.replaceAll("\\([^)]*\\)", "").split(",", -1)) {
        String name = part.strip().split("\\s", -1)[0];
        if (!Set.of("PRIMARY", "UNIQUE").contains(name)) {
          names.add(name);
        }
      }
    }
  }

  private static void added(String statement, Map<String, Set<String>> columns) {
    Matcher table = Pattern.compile("ALTER TABLE (\\w+)").matcher(statement);
    if (table.find()) {
      Pattern.compile("ADD (?:COLUMN )?(\\w+)")
          .matcher(statement)
          .results()
          .forEach(
              found ->
                  columns
                      .computeIfAbsent(table.group(1), t -> new TreeSet<>())
                      .add(found.group(1)));
    }
  }

  @Test
  void every_column_of_a_table_is_named_in_the_tables_line() throws IOException {
    Map<String, Set<String>> columns = columns();
    assertThat(columns.get("run")).contains("number", "report", "ledger_scope").hasSize(14);
    assertThat(columns.get("ledger_line")).hasSize(11);
    for (Map.Entry<String, Set<String>> table : columns.entrySet()) {
      String line =
          page()
              .lines()
              .filter(row -> row.startsWith("| `" + table.getKey() + "` |"))
              .findFirst()
              .orElse("");
      assertThat(table.getValue())
          .as("columns of " + table.getKey())
          .allSatisfy(column -> assertThat(line).contains("`" + column + "`"));
    }
  }

  @Test
  void every_folder_and_file_of_the_projects_state_is_named() throws IOException {
    Set<String> names = found(OF_PROJECT, "app/src/main/java", ".java");
    names.addAll(found(OF_STORE, "store/src/main/java/dev/footfall/store", "Store.java"));
    names.addAll(found(OF_LEDGER, "store/src/main/java", "ScopeFolder.java"));
    assertThat(names).contains("locks", "outgoing", "tmp", "footfall.db", "segment-");
    for (String name : names) {
      assertThat(named()).as("a name for " + name).anyMatch(quoted -> quoted.contains(name));
    }
  }
}
