package dev.footfall.sources.jdbc;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.Rows;
import dev.footfall.core.source.SourceFault;
import dev.footfall.core.source.WhiteSpace;
import dev.footfall.sources.Placeholders;
import dev.footfall.sources.QueryDescription;
import dev.footfall.sources.QueryDescription.DescribedColumn;
import dev.footfall.sources.RowOrder;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.duckdb.Deadline;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries in the warehouse's own SQL, which it runs itself. */
final class NativeSession {
  private static final Pattern SELECT = Pattern.compile("\\(*\\s*(select|with|values|table)\\b");
  private static final String BLANKS =
      IntStream.rangeClosed(0, 0xFFFF)
          .filter(WhiteSpace::isBlank)
          .mapToObj(Character::toString)
          .collect(Collectors.joining());

  private final Warehouse warehouse;
  private final Deadline deadline;

  NativeSession(Warehouse warehouse, Deadline deadline) {
    this.warehouse = warehouse;
    this.deadline = deadline;
  }

  QueryDescription describe(SourceQuery query) {
    List<DescribedColumn> columns =
        columns(select(query)).stream()
            .map(
                column ->
                    new DescribedColumn(
                        new ColumnHeader(column.name(), column.type().kind()),
                        column.typeName(),
                        false,
                        false))
            .toList();
    return new QueryDescription(columns, List.of());
  }

  Rows rows(SourceQuery query) {
    String sql = select(query);
    List<Warehouse.Column> columns = columns(sql);
    String wrapped = query.order().isAsQueried() ? sql : wrapped(sql, columns, query.order());
    try {
      return new ResultSetRows(
          warehouse.statement(),
          wrapped,
          new ResultSetRows.Request(columns, query.limit(), deadline, warehouse::reset));
    } catch (SQLException e) {
      throw WarehouseFaults.of(e);
    }
  }

  /** What the query returns, by preparing it; a result may be had of SELECT only. */
  private List<Warehouse.Column> columns(String sql) {
    try (PreparedStatement prepared = warehouse.prepare(sql)) {
      ResultSetMetaData result = prepared.getMetaData();
      if (result == null) {
        throw onlySelect();
      }
      List<Warehouse.Column> columns = new ArrayList<>();
      for (int i = 1; i <= result.getColumnCount(); i++) {
        String typeName = result.getColumnTypeName(i);
        JdbcType type =
            JdbcType.of(
                result.getColumnType(i), typeName, result.getPrecision(i), result.getScale(i));
        columns.add(new Warehouse.Column(result.getColumnLabel(i), typeName, type));
      }
      return columns;
    } catch (SQLException e) {
      warehouse.reset();
      throw WarehouseFaults.of(e);
    }
  }

  private static String select(SourceQuery query) {
    String sql = Placeholders.fill(query).strip();
    String bare = sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
    String code = Placeholders.withoutTexts(bare).strip().toLowerCase(Locale.ROOT);
    if (code.contains(";") || !SELECT.matcher(code).lookingAt()) {
      throw onlySelect();
    }
    return bare;
  }

  private static SourceFault onlySelect() {
    return new SourceFault(
        "ONLY_SELECT_ALLOWED",
        "A query is one single SELECT; other statements, and several of them, are refused");
  }

  private String wrapped(String sql, List<Warehouse.Column> columns, RowOrder order) {
    List<String> names = IntStream.range(0, columns.size()).mapToObj(i -> "c" + i).toList();
    List<String> terms = new ArrayList<>();
    for (List<String> key : order.groupKeys()) {
      String texts =
          key.stream()
              .map(name -> groupKey(columns, name))
              .collect(Collectors.joining(", ", "COALESCE(", ", '')"));
      terms.add(warehouse.isPostgres() ? texts + " COLLATE \"C\"" : texts);
    }
    order.tieBreakers().forEach(name -> terms.add("c" + index(columns, name)));
    return "SELECT * FROM (\n"
        + sql
        + "\n) AS result("
        + String.join(", ", names)
        + ") ORDER BY "
        + String.join(", ", terms);
  }

  private String groupKey(List<Warehouse.Column> columns, String name) {
    int at = index(columns, name);
    boolean number =
        columns.get(at).type().kind() == CellKind.DECIMAL
            || columns.get(at).type().kind() == CellKind.REAL;
    String text = "CAST(c" + at + " AS VARCHAR(4000))";
    if (warehouse.isPostgres()) {
      return number
          ? "CAST(trim_scale(CAST(c" + at + " AS numeric)) AS text)"
          : "NULLIF(btrim(CAST(c" + at + " AS text), '" + BLANKS + "'), '')";
    }
    return "NULLIF(TRIM(" + text + "), '')";
  }

  private static int index(List<Warehouse.Column> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().strip().equalsIgnoreCase(name.strip())) {
        return i;
      }
    }
    throw new SourceFault(
        "COLUMN_NOT_FOUND", "The query returns no column '" + name + "' to group by");
  }
}
