package dev.footfall.sources.jdbc;

import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.Rows;
import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.Placeholders;
import dev.footfall.sources.QueryDescription;
import dev.footfall.sources.QueryDescription.DescribedColumn;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.duckdb.Deadline;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Queries in the warehouse's own SQL, which it runs itself. */
final class NativeSession {
  private static final Pattern SELECT = Pattern.compile("\\(*\\s*(select|with|values|table)\\b");

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
    try {
      return new ResultSetRows(
          warehouse.statement(),
          sql,
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
}
