package dev.footfall.sources.jdbc;

import dev.footfall.sources.SourceSettings.JdbcDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A warehouse's connection: one read-only transaction that sees one state of all tables, results
 * streamed in small fetches.
 */
final class Warehouse implements AutoCloseable {
  private static final int FETCH_SIZE = 1000;

  private final Connection connection;
  private final String schema;

  private Warehouse(Connection connection, String schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /** A table as the warehouse knows it. */
  record Table(String schema, String name, List<Column> columns) {}

  /** One of its columns. */
  record Column(String name, String typeName, JdbcType type) {}

  static Warehouse connect(JdbcDatabase settings) {
    Properties properties = new Properties();
    if (!settings.user().isEmpty()) {
      properties.setProperty("user", settings.user());
      properties.setProperty("password", settings.password().reveal());
    }
    try {
      Connection connection = DriverManager.getConnection(settings.url(), properties);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(isolation(connection.getMetaData()));
      String schema = settings.schema();
      if (!schema.isEmpty()) {
        connection.setSchema(schema);
      }
      return new Warehouse(connection, schema.isEmpty() ? current(connection) : schema);
    } catch (SQLException e) {
      throw WarehouseFaults.connecting(e, settings.url());
    }
  }

  private static int isolation(DatabaseMetaData database) throws SQLException {
    return database.supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)
        ? Connection.TRANSACTION_REPEATABLE_READ
        : Connection.TRANSACTION_SERIALIZABLE;
  }

  private static String current(Connection connection) throws SQLException {
    String schema = connection.getSchema();
    return schema == null ? "" : schema;
  }

  Statement statement() throws SQLException {
    Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    statement.setFetchSize(FETCH_SIZE);
    return statement;
  }

  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  /** After an error a transaction is dead; this begins the next, with its own snapshot. */
  void reset() {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      throw WarehouseFaults.of(gone);
    }
  }

  /** The tables of the default schema first, then all others. */
  List<Table> tables() {
    List<Table> found = new ArrayList<>();
    try (ResultSet columns =
        connection.getMetaData().getColumns(connection.getCatalog(), null, "%", "%")) {
      while (columns.next()) {
        String tableSchema = text(columns.getString("TABLE_SCHEM"));
        String name = text(columns.getString("TABLE_NAME"));
        if (isSystem(tableSchema)) {
          continue;
        }
        Table last = found.isEmpty() ? null : found.get(found.size() - 1);
        if (last == null || !last.name.equals(name) || !last.schema.equals(tableSchema)) {
          last = new Table(tableSchema, name, new ArrayList<>());
          found.add(last);
        }
        last.columns.add(column(columns));
      }
    } catch (SQLException e) {
      throw WarehouseFaults.of(e);
    }
    found.sort(Comparator.comparing(table -> !table.schema.equals(schema)));
    return List.copyOf(found);
  }

  String quoted(Table table) {
    return table.schema.isEmpty()
        ? quoted(table.name)
        : quoted(table.schema) + "." + quoted(table.name);
  }

  String quoted(String name) {
    try {
      String quote = connection.getMetaData().getIdentifierQuoteString().strip();
      return quote + name.replace(quote, quote + quote) + quote;
    } catch (SQLException e) {
      throw WarehouseFaults.of(e);
    }
  }

  private static Column column(ResultSet columns) throws SQLException {
    String typeName = text(columns.getString("TYPE_NAME"));
    JdbcType type =
        JdbcType.of(
            columns.getInt("DATA_TYPE"),
            typeName,
            columns.getInt("COLUMN_SIZE"),
            columns.getInt("DECIMAL_DIGITS"));
    return new Column(text(columns.getString("COLUMN_NAME")), typeName, type);
  }

  private static boolean isSystem(String schema) {
    String name = schema.toLowerCase(Locale.ROOT);
    return name.startsWith("pg_") || name.equals("information_schema");
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw WarehouseFaults.of(e);
    }
  }
}
