package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For what share of rows and events each identifier is usable, before anything is sent. */
class CoverageTest {
  private static final String ROWS =
      """
      order_id,email,phone,given_name,timestamp,price,quantity,currency,product_id
      O1,jane@example.com,12,Jane,2026-11-20T10:00:00Z,10.00,2,USD,p1
      O2,,,Jim,2026-11-20T10:00:00Z,10.00,2,USD,p1
      O3,a@b.co,+12065550100,Ada,2026-09-20T10:00:00Z,10.00,2,USD,p1
      O4,nonsense,(206) 555-0134,,2026-11-20T10:00:00Z,10.00,2,USD,p1
      O4,,(206) 555-0134,,2026-11-20T10:00:00Z,10.00,2,USD,p2
      """;

  @TempDir Path folder;
  private Typed typed;

  @BeforeEach
  void rows() {
    typed = Typed.in(folder).shipped().write("rows.csv", ROWS);
  }

  private JsonNode summary(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("preview"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--rows", "rows.csv", "--summary", "--json"));
    Typed.Answer answer = typed.type(all.toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isZero();
    return answer.json();
  }

  private static JsonNode field(JsonNode summary, String column) {
    return StreamSupport.stream(summary.at("/coverage/fields").spliterator(), false)
        .filter(field -> field.path("column").textValue().equals(column))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_value_counts_where_an_event_carries_it_not_where_a_cell_is_filled() throws Exception {
    JsonNode summary = summary("meta", "--set", "dataset_id=1234567890");
    JsonNode email = field(summary, "email");
    assertThat(email.path("target").textValue()).isEqualTo("user_data.em[]");
    assertThat(email.path("given_rows").longValue()).isEqualTo(2);
    assertThat(email.path("rows").longValue()).isEqualTo(1);
    assertThat(email.path("events").longValue()).isEqualTo(1);
    JsonNode phone = field(summary, "phone");
    assertThat(phone.path("given_rows").longValue()).isEqualTo(3);
    assertThat(phone.path("rows").longValue()).isEqualTo(2);
    assertThat(phone.path("events_share").decimalValue()).isEqualByComparingTo("0.3333");
  }

  @Test
  void rows_rejected_for_want_of_an_identity_count_and_those_too_old_do_not() throws Exception {
    JsonNode summary = summary("meta", "--set", "dataset_id=1234567890");
    assertThat(summary.at("/rows/read").longValue()).isEqualTo(5);
    assertThat(summary.at("/rows/rejected/EVENT_TOO_OLD").longValue()).isEqualTo(1);
    assertThat(summary.at("/coverage/judged/rows").longValue()).isEqualTo(4);
    assertThat(summary.at("/coverage/judged/events").longValue()).isEqualTo(3);
    assertThat(summary.at("/events/built").longValue()).isEqualTo(2);
    assertThat(summary.path("sampled").booleanValue()).isFalse();
  }

  @Test
  void what_the_query_lacks_is_named_with_what_it_would_fill() throws Exception {
    JsonNode absent = summary("meta", "--set", "dataset_id=1234567890").at("/coverage/absent");
    assertThat(absent.findValuesAsText("column")).contains("surname", "external_id", "postal");
    assertThat(absent.findValuesAsText("column")).doesNotContain("email", "given_name", "fbc");
    assertThat(absent.findValuesAsText("target")).contains("user_data.ln[]");
    JsonNode canonical =
        summary("meta", "--set", "dataset_id=1234567890", "--set", "columns=canonical");
    assertThat(canonical.at("/coverage/absent").findValuesAsText("column")).contains("maid");
  }

  @Test
  void a_field_that_the_mode_does_not_take_is_carried_by_no_event() throws Exception {
    JsonNode google =
        summary(
            "google-enhanced-conversions",
            "--set",
            "customer_id=1234567890",
            "--set",
            "conversion_action_id=123456789");
    assertThat(field(google, "given_name").path("given_rows").longValue()).isPositive();
    assertThat(field(google, "given_name").path("events").longValue()).isZero();
    assertThat(field(google, "email").path("events").longValue()).isPositive();
  }

  @Test
  void people_see_shares_and_no_requests() {
    Typed.Answer answer =
        typed.type(
            "preview",
            "meta",
            "--rows",
            "rows.csv",
            "--set",
            "dataset_id=1234567890",
            "--summary",
            "--limit",
            "2");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("a sample: the first 2 rows")
        .contains("MISSING_IDENTITY")
        .contains("50.0 %")
        .contains("adding a column would fill")
        .doesNotContain("{", "jane");
  }

  @Test
  void json_of_a_preview_belongs_to_its_summary() {
    assertThat(typed.type("preview", "meta", "--rows", "rows.csv", "--json").code()).isEqualTo(2);
  }

  private Typed project(String sql) {
    return typed
        .write("shop/data/sales.csv", ROWS)
        .write("shop/queries/sales.sql", sql)
        .write(
            "shop/footfall.yaml",
            """
            sources:
              drops: { type: files, path: data }
            credentials:
              meta: { access_token: "${env:META_TOKEN}" }
            destinations:
              meta: { type: meta, credential: meta, settings: { dataset_id: "1234567890" } }
            orchestrations:
              stores: { source: drops, query: queries/sales.sql, destination: meta, timezone: UTC }
            """)
        .with(Map.of("META_TOKEN", "EAAB-secret"));
  }

  @Test
  void validate_measures_the_first_rows_of_every_query_and_says_that_they_are_a_sample()
      throws Exception {
    Typed shop = project("SELECT * FROM sales ORDER BY order_id");
    Typed.Answer whole = shop.type("validate", "-C", "shop", "--json");
    assertThat(whole.code()).as(whole.err()).isZero();
    JsonNode stores = new ObjectMapper().readTree(whole.out()).at("/orchestrations/stores");
    assertThat(stores.path("sampled").booleanValue()).isFalse();
    assertThat(field(stores, "email").path("events").longValue()).isEqualTo(1);

    Typed.Answer sample = shop.type("validate", "-C", "shop", "--sample", "3");
    assertThat(sample.code()).as(sample.err()).isZero();
    assertThat(sample.out()).contains("stores → meta", "a sample: the first 3 rows");
    assertThat(shop.type("validate", "-C", "shop", "--sample", "0").out()).isEmpty();
  }

  @Test
  void validate_says_where_the_source_holds_what_the_query_lacks() throws Exception {
    Typed.Answer answer =
        project("SELECT email, timestamp, price, quantity, currency FROM sales")
            .type("validate", "-C", "shop", "--json");
    JsonNode absent = answer.json().at("/orchestrations/stores/coverage/absent");
    for (JsonNode field : absent) {
      String column = field.path("column").textValue();
      List<String> found = new ArrayList<>();
      field.path("found_in").forEach(place -> found.add(place.textValue()));
      boolean isThere = Set.of("phone", "given_name", "order_id").contains(column);
      assertThat(found).isEqualTo(isThere ? List.of("sales." + column) : List.of());
    }
    assertThat(absent.findValuesAsText("column")).contains("phone", "surname");
  }

  @Test
  void a_query_that_fails_on_its_rows_fails_validation() {
    Typed.Answer answer =
        project(
                "SELECT email, timestamp, price, 1 / (quantity - 2) AS quantity, currency FROM"
                    + " sales")
            .type("validate", "-C", "shop", "--json");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).contains("orchestration 'stores': ").doesNotContain("jane");
  }
}
