package dev.footfall.sources.presto.type;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A Presto type, as far as queries for events need them. */
public sealed interface Type {

  /** The type in Presto's words, e.g. {@code array(varchar)}. */
  String presto();

  /** The DuckDB type that holds its values. */
  String duck();

  /** Types without parameters. */
  enum Simple implements Type {
    UNKNOWN("INTEGER"),
    BOOLEAN("BOOLEAN"),
    TINYINT("TINYINT"),
    SMALLINT("SMALLINT"),
    INTEGER("INTEGER"),
    BIGINT("BIGINT"),
    REAL("FLOAT"),
    DOUBLE("DOUBLE"),
    VARCHAR("VARCHAR"),
    VARBINARY("BLOB"),
    DATE("DATE"),
    TIME("TIME"),
    JSON("JSON"),
    UUID("UUID"),
    DAY_INTERVAL("INTERVAL"),
    MONTH_INTERVAL("INTERVAL");

    private final String duck;

    Simple(String duck) {
      this.duck = duck;
    }

    @Override
    public String presto() {
      return switch (this) {
        case DAY_INTERVAL -> "interval day to second";
        case MONTH_INTERVAL -> "interval year to month";
        default -> name().toLowerCase(Locale.ROOT);
      };
    }

    @Override
    public String duck() {
      return duck;
    }
  }

  /** Exact number with {@code scale} of its {@code precision} digits after the point. */
  record Decimal(int precision, int scale) implements Type {

    public static final int MAX_PRECISION = 38;

    /** The type with at most 38 digits, as Presto caps results. */
    public static Decimal capped(int precision, int scale) {
      return new Decimal(Math.min(MAX_PRECISION, Math.max(1, precision)), scale);
    }

    @Override
    public String presto() {
      return "decimal(" + precision + "," + scale + ")";
    }

    @Override
    public String duck() {
      return "DECIMAL(" + precision + "," + scale + ")";
    }
  }

  /** Date and time of day without a zone; the precision counts digits of a second's fraction. */
  record Timestamp(int precision) implements Type {

    @Override
    public String presto() {
      return "timestamp(" + precision + ")";
    }

    @Override
    public String duck() {
      return "TIMESTAMP";
    }
  }

  /**
   * An instant and the zone it is shown in. DuckDB keeps the instant only, so the zone is part of
   * the type; it is empty where rows may differ.
   */
  record Zoned(int precision, Optional<String> zone) implements Type {

    @Override
    public String presto() {
      return "timestamp(" + precision + ") with time zone";
    }

    @Override
    public String duck() {
      return "TIMESTAMPTZ";
    }
  }

  /** A list of values of one type. */
  record Array(Type element) implements Type {

    @Override
    public String presto() {
      return "array(" + element.presto() + ")";
    }

    @Override
    public String duck() {
      return element.duck() + "[]";
    }
  }

  /** Keys to values. */
  record MapOf(Type key, Type value) implements Type {

    @Override
    public String presto() {
      return "map(" + key.presto() + ", " + value.presto() + ")";
    }

    @Override
    public String duck() {
      return "MAP(" + key.duck() + ", " + value.duck() + ")";
    }
  }

  /** A field of a row; the name is empty for anonymous ones. */
  record Field(String name, Type type) {}

  /** Several values in fixed places. */
  record Row(List<Field> fields) implements Type {

    public Row {
      fields = List.copyOf(fields);
    }

    @Override
    public String presto() {
      return fields.stream()
          .map(f -> (f.name().isEmpty() ? "" : f.name() + " ") + f.type().presto())
          .collect(Collectors.joining(", ", "row(", ")"));
    }

    /** The name under which DuckDB keeps field {@code index}. */
    public String duckName(int index) {
      String name = fields.get(index).name();
      return name.isEmpty() ? "field" + index : name;
    }

    @Override
    public String duck() {
      StringBuilder text = new StringBuilder("STRUCT(");
      for (int i = 0; i < fields.size(); i++) {
        text.append(i == 0 ? "" : ", ").append('"').append(duckName(i).replace("\"", "\"\""));
        text.append("\" ").append(fields.get(i).type().duck());
      }
      return text.append(')').toString();
    }
  }
}
