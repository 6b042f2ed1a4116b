package dev.footfall.sources.presto;

import dev.footfall.sources.presto.regex.Regexp;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;

/** What SQL cannot say: Presto's regular expressions and its spelling of floating numbers. */
final class JavaFunctions {

  private static final int MAX_PATTERNS = 1_000;
  private static final Map<String, Optional<Regexp>> PATTERNS = new ConcurrentHashMap<>();

  private JavaFunctions() {}

  /** Computes one row's result; an empty one is NULL. */
  @FunctionalInterface
  private interface Row {
    Optional<?> apply(DuckDBDataChunkReader in, long row);
  }

  static void register(Connection connection) throws SQLException {
    DuckDBColumnType text = DuckDBColumnType.VARCHAR;
    add(connection, "ff_regexp_like", DuckDBColumnType.BOOLEAN, JavaFunctions::like, text, text);
    add(connection, "ff_regexp_replace", text, JavaFunctions::replace, text, text, text);
    add(
        connection,
        "ff_regexp_extract",
        text,
        JavaFunctions::extract,
        text,
        text,
        DuckDBColumnType.INTEGER);
    add(
        connection,
        "ff_double_text",
        text,
        (in, row) -> Optional.of(Floating.text(in.vector(0).getDouble(row))),
        DuckDBColumnType.DOUBLE);
    add(
        connection,
        "ff_real_text",
        text,
        (in, row) -> Optional.of(Floating.text(in.vector(0).getFloat(row))),
        DuckDBColumnType.FLOAT);
    add(
        connection,
        "ff_decimal_text",
        text,
        JavaFunctions::decimal,
        DuckDBColumnType.DOUBLE,
        DuckDBColumnType.INTEGER);
  }

  private static void add(
      Connection connection,
      String name,
      DuckDBColumnType result,
      Row function,
      DuckDBColumnType... parameters)
      throws SQLException {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameters(parameters)
          .withReturnType(result)
          .withVectorizedFunction((in, out) -> rows(in, out, function, parameters.length))
          .register(connection);
    }
  }

  private static void rows(
      DuckDBDataChunkReader in, DuckDBWritableVector out, Row function, int parameters) {
    for (long row = 0; row < in.rowCount(); row++) {
      boolean anyNull = false;
      for (int i = 0; i < parameters; i++) {
        anyNull |= in.vector(i).isNull(row);
      }
      write(out, row, anyNull ? Optional.empty() : function.apply(in, row));
    }
  }

  private static void write(DuckDBWritableVector out, long row, Optional<?> value) {
    if (value.isEmpty()) {
      out.setNull(row);
    } else if (value.get() instanceof Boolean truth) {
      out.setBoolean(row, truth);
    } else {
      out.setString(row, value.get().toString());
    }
  }

  private static Optional<?> like(DuckDBDataChunkReader in, long row) {
    return Optional.of(pattern(in, row).finds(in.vector(0).getString(row)));
  }

  private static Optional<?> replace(DuckDBDataChunkReader in, long row) {
    return Optional.of(
        pattern(in, row).replace(in.vector(0).getString(row), in.vector(2).getString(row)));
  }

  private static Optional<?> extract(DuckDBDataChunkReader in, long row) {
    return pattern(in, row).extract(in.vector(0).getString(row), in.vector(2).getInt(row));
  }

  private static Regexp pattern(DuckDBDataChunkReader in, long row) {
    String pattern = in.vector(1).getString(row);
    if (PATTERNS.size() > MAX_PATTERNS) {
      PATTERNS.clear();
    }
    return PATTERNS
        .computeIfAbsent(pattern, Regexp::compile)
        .orElseThrow(() -> new IllegalArgumentException("ff:pattern"));
  }

  /** The digits a cast to DECIMAL keeps: rounded half up from the shortest spelling. */
  private static Optional<?> decimal(DuckDBDataChunkReader in, long row) {
    return Optional.of(Floating.rounded(in.vector(0).getDouble(row), in.vector(1).getInt(row)));
  }
}
