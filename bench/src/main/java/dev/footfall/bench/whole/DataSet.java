package dev.footfall.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Sales of an invented brand as a Parquet file: two item rows an order, another customer for every
 * order, order ids in no order, times within the last five days.
 *
 * @param folder receives {@code sales.parquet}
 * @param rows item rows
 */
record DataSet(Path folder, long rows) {
  private static final String SELECT =
      """
      WITH item AS (
        SELECT i, i // 2 AS o, CAST(hash(i // 2) >> 1 AS BIGINT) AS h,
          CAST(hash(i) >> 1 AS BIGINT) AS g FROM range(%d) AS r(i)),
      person AS (
        SELECT *,
          (o + 1) * 48271 %% 2147483647 AS number,
          ['Mary','James','Patricia','Robert','Jennifer','Michael','Linda','David','Elizabeth',
           'William','Barbara','Richard','Susan','Joseph','Jessica','José'][1 + h %% 16] AS given,
          ['Smith','Johnson','Williams','Brown','Jones','Garcia','Miller','Davis','Rodriguez',
           'Martinez','Hernandez','Lopez','Gonzalez','Wilson','Anderson','O''Neill']
            [1 + (h >> 4) %% 16] AS family,
          1 + (h >> 8) %% 8 AS place
        FROM item)
      SELECT
        'cust-' || (10000000 + o) AS external_id,
        given || '.' || replace(family, '''', '') || o || '@Example.com' AS email,
        '(' || [206,212,312,415,602,713,303,617][place] || ') ' || (200 + (h >> 12) %% 700) || '-'
          || lpad(CAST((h >> 24) %% 10000 AS VARCHAR), 4, '0') AS phone,
        given AS given_name,
        family AS surname,
        DATE '1945-01-01' + CAST((h >> 16) %% 22000 AS INTEGER) AS birthdate,
        ['F', 'male', 'f', 'M'][1 + (h >> 20) %% 4] AS gender,
        ['Seattle','New York','Chicago','San Francisco','Phoenix','Houston','Denver','Boston']
          [place] AS city,
        ['WA','NY','IL','CA','Arizona','TX','CO','MA'][place] AS state,
        lpad(CAST(1000 + (h >> 28) %% 98000 AS VARCHAR), 5, '0') AS postal,
        'US' AS country,
        'ORD-' || lpad(CAST(number AS VARCHAR), 10, '0') AS order_id,
        now() - to_seconds(CAST(3600 + (h >> 18) %% 428400 AS INTEGER)) AS "timestamp",
        'SKU-' || lpad(CAST((g >> 8) %% 5000 AS VARCHAR), 6, '0') AS product_id,
        'Product ' || ((g >> 8) %% 5000) || ' in the usual colours' AS product_name,
        CAST(4.99 + ((g >> 12) %% 20000) / 100.0 AS DOUBLE) AS price,
        CAST(1 + (g >> 30) %% 3 AS INTEGER) AS quantity,
        'USD' AS currency,
        'store-' || (1 + (h >> 32) %% 400) AS store_id
      FROM person""";

  /** Makes the file, unless it is there. */
  void make() throws IOException, SQLException {
    Path file = folder.resolve("sales.parquet");
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(folder);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '1GB'");
      statement.execute("SET preserve_insertion_order = true");
      statement.execute("COPY (" + SELECT.formatted(rows) + ") TO '" + file + "' (FORMAT parquet)");
    }
  }

  /** The query that reads it, in canonical columns. */
  static String query() {
    return """
        SELECT external_id, email, phone, given_name, surname, birthdate, gender, city, state,
          postal, country, order_id, "timestamp", product_id, price, quantity, currency, store_id
        FROM sales
        WHERE "timestamp" >= :window_start
        """;
  }
}
