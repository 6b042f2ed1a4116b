package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookUpTest {
  private static final String JANE =
      "86e0b9e56c17cc4d12387e1949b85053fbe73bc3ce5a1188713a9d300cc6133d";

  @TempDir Path folder;

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void destinations_lists_each_platform_with_its_modes() {
    Typed.Answer answer = Typed.in(folder).type("destinations");
    assertThat(answer.out()).contains("parcel-post  Parcel Post  api").contains("file");
  }

  @Test
  void destinations_as_json_is_a_list_for_programs() throws Exception {
    JsonNode list = json(Typed.in(folder).type("destinations", "--json").out());
    assertThat(list).hasSize(1);
    assertThat(list.get(0).get("type").textValue()).isEqualTo("parcel-post");
    assertThat(list.get(0).get("modes")).hasSize(2);
  }

  @Test
  void describe_shows_all_that_the_specification_says() {
    String out =
        Typed.in(folder).with(Map.of("COLUMNS", "100")).type("describe", "parcel-post").out();
    assertThat(out)
        .contains("Parcel Post", "Modes", "Settings", "Credential", "Columns", "Codes")
        .contains("depot_id", "1 to 20 digits", "access_token", "secret", "the last 7 days")
        .contains("BAD_TIMESTAMP", "row rejected", "run stopped", "checked 2026-11-21")
        .contains("em or ph");
    assertThat(out.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void describe_as_json_holds_every_part() throws Exception {
    JsonNode spec = json(Typed.in(folder).type("describe", "parcel-post", "--json").out());
    assertThat(spec.get("settings")).hasSize(5);
    assertThat(spec.get("columns").get(0).get("canonical").textValue()).isEqualTo("email");
    assertThat(spec.get("columns").get(0).get("hashed").booleanValue()).isTrue();
    assertThat(spec.get("required_columns")).hasSize(2);
    assertThat(spec.get("modes").get(0).get("limits").get("events").intValue()).isEqualTo(1000);
  }

  @Test
  void an_unknown_type_is_wrong_input_with_a_suggestion() {
    Typed.Answer answer = Typed.in(folder).type("describe", "parcel-pots");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .isEqualTo("error: unknown destination type 'parcel-pots'; did you mean 'parcel-post'?\n");
  }

  @Test
  void explain_shows_the_way_from_the_raw_value_to_its_hash() {
    Typed.Answer answer =
        Typed.in(folder).type("explain", "parcel-post", "email", "  Jane.Doe@Example.COM ");
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains("em → user.em")
        .contains("'  Jane.Doe@Example.COM '")
        .contains("'Jane.Doe@Example.COM'")
        .contains("jane.doe@example.com")
        .contains(JANE);
  }

  @Test
  void explain_passes_an_already_hashed_value_in_lower_case() {
    String upper = JANE.toUpperCase(Locale.ROOT);
    Typed.Answer answer = Typed.in(folder).type("explain", "parcel-post", "em", upper);
    assertThat(answer.out()).contains("already hashed").contains("sent            " + JANE);
  }

  @Test
  void explain_says_why_a_value_is_dropped() {
    Typed.Answer answer = Typed.in(folder).type("explain", "parcel-post", "em", "not-an-address");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("BAD_EMAIL").contains("without this field");
  }

  @Test
  void explain_reads_a_national_phone_number_in_the_rows_country() throws Exception {
    Typed typed = Typed.in(folder);
    String german =
        typed
            .type("explain", "parcel-post", "ph", "0151 23456789", "--country", "DE", "--json")
            .out();
    String byRegion =
        typed
            .type(
                "explain",
                "parcel-post",
                "ph",
                "0151 23456789",
                "--set",
                "default_phone_region=DE",
                "--json")
            .out();
    assertThat(json(german).get("sent")).isEqualTo(json(byRegion).get("sent"));
    assertThat(german).contains("4915123456789");
  }

  @Test
  void explain_of_blank_says_that_it_is_absent() {
    assertThat(Typed.in(folder).type("explain", "parcel-post", "em", " \u00a0 ").out())
        .contains("blank is absent");
  }

  @Test
  void explain_judges_columns_with_few_values() {
    Typed typed = Typed.in(folder);
    assertThat(typed.type("explain", "parcel-post", "kind", "elephant").out())
        .contains("BAD_EVENT_NAME", "the row is rejected");
    assertThat(typed.type("explain", "parcel-post", "kind", "letter").out()).contains("preview");
  }

  @Test
  void explain_refuses_unknown_columns_settings_and_countries() {
    Typed typed = Typed.in(folder);
    assertThat(typed.type("explain", "parcel-post", "emial", "x").err())
        .contains("has no column 'emial'");
    assertThat(typed.type("explain", "parcel-post", "em", "x", "--set", "depotid=1").err())
        .contains("no setting 'depotid'; did you mean 'depot_id'?");
    assertThat(typed.type("explain", "parcel-post", "em", "x", "--country", "XX").code())
        .isEqualTo(1);
  }
}
