package dev.footfall.sources.presto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What validation learns about a query's columns without running it. */
class OutputColumnsTest {

  private Duck duck;

  @BeforeEach
  void tables() throws Exception {
    duck = new Duck();
    duck.execute("CREATE TABLE Customers (Email VARCHAR, n INTEGER)");
  }

  @AfterEach
  void close() throws Exception {
    duck.close();
  }

  private List<OutputColumn> columns(String sql) throws Exception {
    return PrestoSql.translate(sql, duck.options()).columns();
  }

  @Test
  void labels_keep_the_aliases_spelling() throws Exception {
    assertThat(columns("SELECT Email AS eMail, EMAIL, n + 1, n AS \"Un it\" FROM customers"))
        .extracting(OutputColumn::name)
        .containsExactly("eMail", "EMAIL", "_col2", "Un it");
  }

  @Test
  void a_column_whose_name_is_a_word_of_the_language_keeps_its_name() throws Exception {
    duck.execute(
        "CREATE TABLE words (timestamp TIMESTAMP, value DOUBLE, \"offset\" INTEGER, month DATE)");
    assertThat(columns("SELECT timestamp, (value), offset, Month, 1 FROM words ORDER BY timestamp"))
        .extracting(OutputColumn::name)
        .containsExactly("timestamp", "value", "offset", "Month", "_col4");
  }

  @Test
  void constant_text_is_told_through_subqueries() throws Exception {
    String sql =
        "WITH a AS (SELECT 'email' AS x, Email AS y FROM customers) SELECT b.* FROM (SELECT x, y"
            + " FROM a) b";
    assertThat(columns(sql))
        .extracting(OutputColumn::constantText)
        .containsExactly(Optional.of("email"), Optional.empty());
  }

  @Test
  void hashing_in_sql_is_told_through_with_queries() throws Exception {
    String sql =
        "WITH h AS (SELECT LOWER(TO_HEX(SHA256(TO_UTF8(Email)))) AS e, SHA2(Email, 256) s, Email"
            + " FROM customers) SELECT * FROM h";
    assertThat(columns(sql)).extracting(OutputColumn::hashed).containsExactly(true, true, false);
  }

  @Test
  void position_is_that_of_the_expression() throws Exception {
    assertThat(columns("SELECT n,\n  Email AS e FROM customers").get(1).position())
        .isEqualTo(new Position(2, 3));
  }

  @Test
  void tables_read_are_told() throws Exception {
    assertThat(PrestoSql.translate("SELECT 1 FROM CUSTOMERS", duck.options()).tables())
        .containsExactly("memory.main.customers");
  }
}
