package dev.footfall.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An engine with an empty brand database ({@code brand}), room for intermediate rows ({@code
 * stage}) and the options as SQL variables. Runs the scripts that are resources of this package.
 */
final class SampleWorkshop implements AutoCloseable {

  private final Connection connection;

  private SampleWorkshop(Connection connection) {
    this.connection = connection;
  }

  static SampleWorkshop open(Path folder, SampleOptions options) throws SQLException {
    SampleWorkshop workshop = new SampleWorkshop(DriverManager.getConnection("jdbc:duckdb:"));
    try {
      workshop.prepare(folder, options);
      return workshop;
    } catch (SQLException | RuntimeException e) {
      workshop.close();
      throw e;
    }
  }

  private void prepare(Path folder, SampleOptions options) throws SQLException {
    sql("SET memory_limit = '1GB'");
    sql("SET threads = " + options.threads());
    sql("SET temp_directory = " + quoted(folder.resolve("spill")));
    sql("SET autoinstall_known_extensions = false");
    sql("SET wal_autocheckpoint = '100GB'");
    sql("SET autoload_known_extensions = false");
    // Left sides of joins stay left, so that their order is kept and rows come out the same every
    // time.
    sql("SET disabled_optimizers = 'join_order,build_side_probe_side'");
    sql("ATTACH " + quoted(folder.resolve("brand.duckdb")) + " AS brand");
    sql("ATTACH " + quoted(folder.resolve("stage.duckdb")) + " AS stage");
    for (Map.Entry<String, String> variable : variables(options).entrySet()) {
      sql("SET VARIABLE " + variable.getKey() + " = " + variable.getValue());
    }
  }

  private static Map<String, String> variables(SampleOptions options) {
    LocalDateTime now =
        LocalDateTime.ofInstant(options.now(), SampleBrand.ZONE).truncatedTo(ChronoUnit.SECONDS);
    long seed = spread(options.seed());
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("seed_text", "'" + options.seed() + "'");
    variables.put("seed_low", "CAST(" + (seed & 0xFFFF_FFFFL) + " AS BIGINT)");
    variables.put("seed_high", "CAST(" + (seed >>> 32) + " AS BIGINT)");
    variables.put("customers", "CAST(" + options.customers() + " AS BIGINT)");
    variables.put("orders", "CAST(" + options.orders() + " AS BIGINT)");
    variables.put("days", "CAST(" + options.days() + " AS BIGINT)");
    variables.put("local_now", "TIMESTAMP '" + now.toString().replace('T', ' ') + "'");
    variables.put("today", "DATE '" + now.toLocalDate() + "'");
    variables.put(
        "zero_quantity_after", String.valueOf(Math.max(8, Math.min(62, options.days() / 2))));
    variables.put("zero_quantity_trap", String.valueOf(options.zeroQuantityTrap()));
    return variables;
  }

  /** SplitMix64's finaliser: neighbouring seeds become far apart. */
  private static long spread(long seed) {
    long mixed = seed + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Runs {@code sql/NAME.sql}. */
  void script(String name) throws SQLException, IOException {
    sql(resource("sql/" + name + ".sql"));
  }

  void sql(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  /** The first column of a query's rows. */
  List<String> column(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  static String resource(String name) throws IOException {
    try (InputStream in = SampleWorkshop.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
