package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to rows on the screen: init, sample, validate, query. */
class ProjectTest {
  @TempDir Path folder;

  @Test
  void init_makes_a_project_that_is_sound() throws Exception {
    Typed typed = Typed.in(folder);
    Typed.Answer made = typed.type("init", "shop");
    assertThat(made.code()).isZero();
    assertThat(made.out()).isEqualTo("shop\n");
    Path shop = folder.resolve("shop");
    assertThat(Files.readString(shop.resolve("footfall.yaml")))
        .startsWith("# yaml-language-server: $schema=./footfall.schema.json\n")
        .contains("#  parcel-post-stores:");
    assertThat(Files.readString(shop.resolve(".gitignore"))).contains(".footfall/", "data/");
    assertThat(shop.resolve("queries/sales.sql")).exists();
    assertThat(typed.type("validate", "-C", "shop", "--offline").code()).isZero();
  }

  @Test
  void init_prepares_the_platforms_that_are_asked_for() throws Exception {
    Typed typed = Typed.in(folder);
    assertThat(typed.type("init", "shop", "--destination", "parcel-post").code()).isZero();
    Typed.Answer checked = typed.type("validate", "-C", "shop", "--offline");
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.err())
        .contains("setting 'depot_id' must be 1 to 20 digits")
        .contains("1 error");
  }

  @Test
  void init_never_overwrites_a_project() {
    Typed typed = Typed.in(folder).write("shop/footfall.yaml", "sources: {}\n");
    Typed.Answer again = typed.type("init", "shop");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("is there already");
  }

  @Test
  void init_refuses_a_platform_that_it_does_not_know() {
    assertThat(Typed.in(folder).type("init", "shop", "--destination", "postbox").code())
        .isEqualTo(1);
    assertThat(folder.resolve("shop")).doesNotExist();
  }

  @Test
  void the_schema_is_json_and_follows_the_specifications() throws Exception {
    String schema = Typed.in(folder).type("schema").out();
    var tree = new ObjectMapper().readTree(schema);
    assertThat(tree.get("$schema").textValue()).contains("2020-12");
    assertThat(schema).contains("depot_id", "parcel-post", "access_token");
  }

  @Test
  void outside_a_project_the_remedy_is_named() {
    Typed.Answer answer = Typed.in(folder).type("validate");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("no footfall.yaml in").contains("footfall init DIR");
    assertThat(Typed.in(folder).type("validate", "-C", "nowhere").err()).contains("does not exist");
  }

  @Test
  void a_sample_brand_can_be_queried_with_personal_data_masked() throws Exception {
    Typed typed = shopWithBrand();
    typed.write(
        "shop/queries/people.sql",
        "SELECT email, birthdate, 1.25 AS price, 7 AS n, true AS yes FROM Customer_360"
            + " WHERE email IS NOT NULL ORDER BY email LIMIT 3");
    Typed.Answer shown = typed.type("query", "people", "-C", "shop", "--dialect", "native");
    assertThat(shown.code()).as(shown.err()).isZero();
    assertThat(shown.out()).contains("email", "***", "1.25").doesNotContain("@");
    assertThat(shown.err()).contains("3 rows").contains("Masked: email, birthdate");

    Typed.Answer json =
        typed.type(
            "query",
            "people",
            "-C",
            "shop",
            "--dialect",
            "native",
            "--json",
            "--reveal",
            "--limit",
            "1");
    assertThat(json.out().lines()).hasSize(1);
    var row = new ObjectMapper().readTree(json.out());
    assertThat(row.get("email").textValue()).contains("@");
    assertThat(row.get("price").isNumber()).isTrue();
    assertThat(json.out()).contains("\"price\":1.25");
    assertThat(row.get("n").isIntegralNumber()).isTrue();
    assertThat(row.get("yes").isBoolean()).isTrue();
  }

  @Test
  void a_query_is_presto_unless_it_says_otherwise() {
    Typed typed = shopWithBrand();
    typed.write(
        "shop/queries/presto.sql",
        "SELECT REGEXP_REPLACE('(206) 555-0134', '[^0-9]', '') AS digits, CONCAT('a', NULL) AS"
            + " nothing, CAST(10.00 AS DECIMAL(12,2)) / 3 AS third, 7 / 2 AS half,"
            + " TO_HEX(SHA256(TO_UTF8('a'))) AS hash, DATE_FORMAT(DATE '1988-02-09', '%m-%d') AS"
            + " day, COUNT(*) AS n FROM Customer360");
    Typed.Answer answer = typed.type("query", "presto", "-C", "shop", "--json");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("\"digits\":\"2065550134\"", "\"nothing\":null", "\"third\":3.33", "\"half\":3")
        .contains("\"hash\":\"CA978112CA1B", "\"day\":\"02-09\"", "\"n\":100");
  }

  @Test
  void query_faults_are_wrong_input_in_one_line() {
    Typed typed = shopWithBrand();
    assertThat(typed.type("query", "nosuch", "-C", "shop").err()).contains("no query 'nosuch'");
    typed.write("shop/queries/broken.sql", "SELECT nothing_here FROM Customer_360");
    Typed.Answer broken = typed.type("query", "broken", "-C", "shop", "--dialect", "native");
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.err().lines()).hasSize(1);
    assertThat(broken.err()).contains("nothing_here");
    assertThat(typed.type("query", "broken", "-C", "shop", "--source", "brnd").err())
        .contains("did you mean 'brand'?");
  }

  @Test
  void validate_checks_queries_against_the_source_and_the_destinations_columns() {
    Typed typed = shopWithBrand().with(Map.of("PARCEL_TOKEN", "t"));
    typed.write(
        "shop/queries/no-time.sql",
        "SELECT email, email AS em, order_id FROM Unified_Transactions t JOIN Customer_360 c ON"
            + " t.amperity_id = c.amperity_id");
    typed.write(
        "shop/queries/constant.sql",
        "SELECT 'email' AS email, order_datetime AS timestamp FROM Unified_Transactions");
    typed.write("shop/queries/missing.sql", "SELECT * FROM No_Such_Table");
    typed.write(
        "shop/footfall.yaml",
        """
        sources:
          brand: { type: duckdb, path: data/brand.duckdb }
        credentials:
          post: { access_token: "${env:PARCEL_TOKEN}" }
        destinations:
          depot: { type: parcel-post, credential: post, settings: { depot_id: 12 } }
        orchestrations:
          a: { source: brand, query: queries/no-time.sql, destination: depot, dialect: native }
          b: { source: brand, query: queries/missing.sql, destination: depot, dialect: native }
        """);
    Typed.Answer answer = typed.type("validate", "-C", "shop");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("orchestration 'a': AMBIGUOUS_COLUMN: columns 'email' and 'em'")
        .contains("orchestration 'a': MISSING_COLUMN")
        .contains("queries/missing.sql: ")
        .doesNotContain("\tat ");
  }

  @Test
  void validate_reports_unset_variables_with_their_place() {
    Typed typed = shopWithBrand();
    typed.write(
        "shop/queries/one.sql",
        "SELECT 'a' AS em, order_datetime AS timestamp FROM Unified_Transactions");
    typed.write(
        "shop/footfall.yaml",
        """
        sources:
          brand: { type: duckdb, path: data/brand.duckdb }
        credentials:
          post:
            access_token: "${env:PARCEL_TOKEN}"
        destinations:
          depot: { type: parcel-post, credential: post, settings: { depot_id: 12 } }
        orchestrations:
          a: { source: brand, query: queries/one.sql, destination: depot }
        """);
    Typed.Answer answer = typed.type("validate", "-C", "shop", "--sample", "0");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("footfall.yaml:5:19: environment variable PARCEL_TOKEN is not set")
        .contains("CONSTANT_IDENTITY");
  }

  @Test
  void sample_refuses_to_replace_what_is_there() {
    Typed typed = Typed.in(folder);
    assertThat(
            typed.type("sample", "--customers", "100", "--days", "70", "--out", "b.duckdb").code())
        .isZero();
    Typed.Answer again =
        typed.type("sample", "--customers", "100", "--days", "70", "--out", "b.duckdb");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("b.duckdb is there already");
  }

  @Test
  void sample_says_which_numbers_it_takes() {
    Typed.Answer answer = Typed.in(folder).type("sample", "--customers", "0", "--out", "b.duckdb");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("customers must be between 1 and");
  }

  @Test
  void an_instant_must_be_one() {
    Typed.Answer answer = Typed.in(folder).type("sample", "--out", "b", "--now", "yesterday");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("'yesterday' is no instant");
  }

  private Typed shopWithBrand() {
    Typed typed = Typed.in(folder);
    typed.type("init", "shop");
    Typed.Answer made =
        typed.type(
            "sample", "--customers", "100", "--days", "70", "--out", "shop/data/brand.duckdb");
    assertThat(made.code()).as(made.err()).isZero();
    return typed;
  }
}
