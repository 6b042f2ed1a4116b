package dev.footfall.sources.presto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wrong query names its fault, the place in the user's text and what helps. */
class SqlFaultTest {

  private Duck duck;

  @BeforeEach
  void tables() throws Exception {
    duck = new Duck();
    duck.execute(
        "CREATE TABLE customers (customer_id VARCHAR, email VARCHAR, birthdate DATE, n BIGINT)");
    duck.execute(
        "CREATE TABLE orders (order_id VARCHAR, customer_id VARCHAR, revenue DECIMAL(12,2), odd BIT)");
    duck.execute(
        "INSERT INTO customers VALUES ('c1', 'jane@secret.example', NULL, 0), ('c2', 'x', NULL, 1)");
  }

  @AfterEach
  void close() throws Exception {
    duck.close();
  }

  private SqlFault fault(String sql) {
    return catchThrowableOfType(SqlFault.class, () -> duck.query(sql));
  }

  @Test
  void missing_dot_is_named_where_it_is_missing() {
    assertThat(fault("SELECT\n  c email AS email\nFROM customers c"))
        .hasMessage(
            "SYNTAX_ERROR: line 2:5: Unexpected 'AS' after 'email'. "
                + "Two names side by side: is it 'c.email', or is a comma missing?");
  }

  @Test
  void reserved_word_as_alias_is_named() {
    assertThat(fault("SELECT or.order_id FROM orders or"))
        .hasMessageStartingWith("SYNTAX_ERROR: line 1:8: Unexpected 'or'. 'or' is a word of SQL");
  }

  @Test
  void hash_comments_are_not_sql() {
    assertThat(fault("SELECT 1 # one"))
        .hasMessage("SYNTAX_ERROR: line 1:10: Unexpected '#'. Comments start with --");
  }

  @Test
  void comma_before_from_is_named() {
    assertThat(fault("SELECT email,\nFROM customers").getMessage())
        .isEqualTo(
            "SYNTAX_ERROR: line 2:1: Unexpected 'FROM'. The comma before FROM is one too many");
  }

  @Test
  void relation_without_its_alias_is_explained() {
    assertThat(fault("SELECT c360.email FROM customers"))
        .hasMessage(
            "COLUMN_NOT_FOUND: line 1:8: Column 'c360.email' cannot be resolved. "
                + "No table or alias in this FROM is called 'c360'; 'email' alone is known");
  }

  @Test
  void mistyped_column_gets_a_suggestion() {
    assertThat(fault("SELECT emial FROM customers").remedy()).isEqualTo("Did you mean 'email'?");
  }

  @Test
  void column_of_two_tables_is_ambiguous() {
    assertThat(
            fault(
                "SELECT customer_id FROM customers c JOIN orders o ON c.customer_id = o.customer_id"))
        .hasMessage(
            "COLUMN_NOT_FOUND: line 1:8: Column 'customer_id' is ambiguous. "
                + "Put the table's alias before it");
  }

  @Test
  void all_missing_tables_are_named_at_once() {
    assertThat(fault("SELECT 1 FROM custmers, lost.table_one"))
        .hasMessage(
            "TABLE_NOT_FOUND: line 1:15: Cannot select data from missing tables: "
                + "custmers, lost.table_one. Did you mean 'customers'?");
  }

  @Test
  void unknown_function_is_named() {
    assertThat(fault("SELECT REGEX_REPLACE(email, 'a', 'b') FROM customers"))
        .hasMessage(
            "FUNCTION_NOT_FOUND: line 1:8: Function 'regex_replace' is unknown or not supported. "
                + "Did you mean 'regexp_replace'?");
  }

  @Test
  void functions_of_the_engine_that_reach_outside_are_unknown() {
    for (String call : new String[] {"getenv('HOME')", "read_text('/etc/passwd')", "query('x')"}) {
      assertThat(fault("SELECT " + call).code()).isEqualTo(SqlFault.Code.FUNCTION_NOT_FOUND);
    }
    assertThat(fault("SELECT * FROM 'file.csv'").code()).isEqualTo(SqlFault.Code.SYNTAX_ERROR);
    assertThat(fault("SELECT * FROM \"file.csv\"").code()).isEqualTo(SqlFault.Code.TABLE_NOT_FOUND);
  }

  @Test
  void text_and_dates_are_not_compared() {
    assertThat(fault("SELECT 1 FROM customers WHERE birthdate > '2026-01-01'"))
        .hasMessage(
            "TYPE_MISMATCH: line 1:41: Cannot apply '>' to date and varchar. "
                + "Text is never converted by itself: CAST it to date");
  }

  @Test
  void column_outside_group_by_is_named() {
    assertThat(fault("SELECT email, COUNT(*) FROM customers GROUP BY customer_id"))
        .hasMessageStartingWith(
            "SYNTAX_ERROR: line 1:8: 'email' must be an aggregate expression or appear in GROUP BY");
  }

  @Test
  void array_agg_beside_plain_columns_needs_group_by() {
    assertThat(fault("SELECT email, ARRAY_AGG(n) FROM customers").code())
        .isEqualTo(SqlFault.Code.SYNTAX_ERROR);
  }

  @Test
  void only_one_select_is_allowed() {
    for (String sql :
        new String[] {
          "DROP TABLE customers",
          "INSERT INTO customers SELECT * FROM customers",
          "SELECT 1; SELECT 2",
          "SELECT 1; DROP TABLE customers",
          "EXPLAIN SELECT 1",
          "COPY customers TO 'x.csv'",
          "PRAGMA version",
          "SET x = 1",
          "CREATE TABLE t AS SELECT 1"
        }) {
      assertThat(fault(sql).code()).as(sql).isEqualTo(SqlFault.Code.ONLY_SELECT_ALLOWED);
    }
  }

  @Test
  void trailing_semicolon_is_fine_and_nothing_is_a_fault() throws Exception {
    assertThat(duck.query("SELECT 1 AS a ; ").rows()).containsExactly("1");
    assertThat(fault("  -- nothing\n").code()).isEqualTo(SqlFault.Code.SYNTAX_ERROR);
  }

  @Test
  void unsupported_syntax_is_named() {
    assertThat(fault("SELECT * FROM customers TABLESAMPLE BERNOULLI (10)").getMessage())
        .isEqualTo(
            "UNSUPPORTED_SQL: line 1:15: TABLESAMPLE is not supported. "
                + "Results have to be repeatable");
    assertThat(fault("SELECT odd FROM orders").code()).isEqualTo(SqlFault.Code.UNSUPPORTED_SQL);
  }

  @Test
  void division_by_zero_is_found_in_the_users_text() {
    assertThat(fault("SELECT\n  10 / n\nFROM customers"))
        .hasMessage("DIVISION_BY_ZERO: line 2:6: Division by zero. Write x / NULLIF(y, 0)");
    assertThat(fault("SELECT 1.5 / n FROM customers").code())
        .isEqualTo(SqlFault.Code.DIVISION_BY_ZERO);
  }

  @Test
  void failed_cast_names_its_place_and_never_the_value() {
    SqlFault fault = fault("SELECT n,\n  CAST(email AS INTEGER)\nFROM customers");
    assertThat(fault.code()).isEqualTo(SqlFault.Code.INVALID_VALUE);
    assertThat(fault.position()).contains(new Position(2, 3));
    assertThat(fault.toString()).doesNotContain("secret");
    assertThat(fault.getCause()).isNull();
  }

  @Test
  void two_rows_in_a_scalar_subquery_are_too_many() {
    assertThat(
            fault(
                    "SELECT (SELECT email FROM customers) FROM orders UNION ALL SELECT (SELECT email FROM customers)")
                .code())
        .isEqualTo(SqlFault.Code.TOO_MANY_ROWS_IN_SCALAR);
  }

  @Test
  void unknown_engine_errors_keep_their_text_to_themselves() {
    SqlFault fault =
        SqlFault.of(
            new java.sql.SQLException("Weird Error: cell jane@secret.example is odd"),
            PrestoSql.translate("SELECT 1", options()));
    assertThat(fault.code()).isEqualTo(SqlFault.Code.ENGINE_ERROR);
    assertThat(fault.getMessage()).contains("Weird").doesNotContain("secret");
  }

  private Options options() {
    try {
      return duck.options();
    } catch (java.sql.SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
