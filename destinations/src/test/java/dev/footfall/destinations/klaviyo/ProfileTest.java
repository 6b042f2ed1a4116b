package dev.footfall.destinations.klaviyo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows as profiles. */
class ProfileTest {
  private static String sent(TestRows rows) {
    return Samples.profiles().map(rows).text(0);
  }

  private static String attributes(TestRows rows) {
    return Samples.profiles().map(rows).event().path("attributes").toString();
  }

  @Test
  void null_clears_properties_by_name_and_fields_by_null() {
    TestRows rows =
        TestRows.one("email", "kim@example.org", "favourite_store", null, "first_name", null);

    assertThat(sent(rows))
        .isEqualTo(
            "{\"type\":\"profile\",\"attributes\":{\"email\":\"kim@example.org\","
                + "\"first_name\":null},\"meta\":{\"patch_properties\":{\"unset\":"
                + "[\"favourite_store\"]}}}");
    assertThat(Samples.profiles().set("null_handling", "ignore").map(rows).text(0))
        .isEqualTo("{\"type\":\"profile\",\"attributes\":{\"email\":\"kim@example.org\"}}");
  }

  @Test
  void identifiers_are_never_cleared() {
    assertThat(sent(TestRows.one("email", "kim@example.org", "phone_number", null)))
        .isEqualTo("{\"type\":\"profile\",\"attributes\":{\"email\":\"kim@example.org\"}}");
  }

  @Test
  void a_column_wins_over_a_member_of_properties() {
    assertThat(
            attributes(
                TestRows.one("email", "k@example.org", "properties", "{\"a\":1,\"b\":2}", "b", 3)))
        .isEqualTo("{\"email\":\"k@example.org\",\"properties\":{\"a\":1,\"b\":3}}");
  }

  @Test
  void properties_that_are_no_object_reject() {
    assertThat(
            Samples.profiles()
                .map(TestRows.one("email", "k@example.org", "properties", "[1]"))
                .codes())
        .containsExactly(Code.BAD_PROPERTIES);
  }

  @Test
  void a_reserved_name_and_two_columns_for_one_field_stop_the_run() {
    assertThat(problems(TestRows.one("email", "x", "$source", "x")))
        .containsExactly(Code.BAD_COLUMN_NAME);
    assertThat(problems(TestRows.one("email", "x", "phone", "x", "phone_number", "x")))
        .containsExactly(Code.AMBIGUOUS_COLUMN);
    assertThat(problems(TestRows.one("first_name", "x"))).containsExactly(Code.MISSING_COLUMN);
    assertThat(problems(TestRows.one("Email", "x", "mobile", "x")))
        .containsExactly(Code.LOOKS_LIKE_PROFILE_FIELD);
  }

  private static List<Code> problems(TestRows rows) {
    return Samples.profiles().binding(rows).problems().stream().map(Binding.Problem::code).toList();
  }

  @Test
  void aliases_can_be_switched_off() {
    TestRows rows = TestRows.one("email", "k@example.org", "given_name", "Kim");
    assertThat(attributes(rows)).contains("\"first_name\":\"Kim\"");
    TestRun own = Samples.profiles().set("profile_aliases", "false");
    assertThat(own.map(rows).text(0)).contains("\"properties\":{\"given_name\":\"Kim\"}");
    assertThat(own.binding(rows).problems())
        .extracting(Binding.Problem::code)
        .containsExactly(Code.LOOKS_LIKE_PROFILE_FIELD);
  }

  @Test
  void the_latest_row_of_a_person_stands() {
    Mapped mapped = Samples.profiles().map(Samples.people());
    assertThat(mapped.events()).hasSize(2);
    assertThat(mapped.texts().get(0)).contains("\"last_value\":84.5");
    assertThat(
            Samples.profiles()
                .set("on_duplicate_identity", "first")
                .map(Samples.people())
                .texts()
                .get(0))
        .contains("\"last_value\":12");
    assertThat(
            Samples.profiles().set("on_duplicate_identity", "reject").map(Samples.people()).codes())
        .containsExactly(Code.DUPLICATE_IDENTITY, Code.DUPLICATE_IDENTITY);
  }

  @Test
  void a_column_that_decides_must_be_returned_where_it_is_named_and_need_not_by_default() {
    TestRows rows = TestRows.one("email", "k@example.org", "updated", "2026-11-20");
    assertThat(Samples.profiles().binding(rows).problems()).isEmpty();
    assertThat(Samples.profiles().set("latest_by", "Updated").binding(rows).problems()).isEmpty();
    assertThat(Samples.profiles().set("latest_by", "updatd").binding(rows).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(Code.MISSING_COLUMN);
              assertThat(problem.stops()).isTrue();
              assertThat(problem.message())
                  .isEqualTo(
                      "setting 'latest_by' names column 'updatd', which the query does not return;"
                          + " correct the name, or return the column");
            });
  }

  @Test
  void a_person_without_primary_key_is_rejected_and_other_bad_identifiers_are_dropped() {
    TestRows rows =
        TestRows.of("email", "phone_number")
            .row(null, "2062345678")
            .row("no address", "2062345678")
            .row("k@example.org", "12345");
    Mapped mapped = Samples.profiles().map(rows);
    assertThat(mapped.codes()).containsExactly(Code.MISSING_IDENTITY, Code.BAD_EMAIL);
    assertThat(mapped.droppedCodes()).containsExactly(Code.BAD_PHONE);
    assertThat(Samples.profiles().set("primary_key", "phone_number").map(rows).codes())
        .contains(Code.BAD_PHONE);
  }

  @ParameterizedTest
  @CsvSource({
    "47.606249, -122.33207, 47.6062, -122.3321",
    "47.60625, 0, 47.6063, 0",
    "-0.00004, 1, 0, 1"
  })
  void coordinates_have_four_decimals(String lat, String lon, String wantedLat, String wantedLon) {
    assertThat(
            attributes(TestRows.one("email", "k@example.org", "latitude", lat, "longitude", lon)))
        .contains("{\"latitude\":" + wantedLat + ",\"longitude\":" + wantedLon + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "timezone, America/New_York, true, BAD_TIME_ZONE",
    "timezone, EST, false, BAD_TIME_ZONE",
    "timezone, GMT+2, false, BAD_TIME_ZONE",
    "ip, 203.0.113.700, false, BAD_VALUE",
    "image, img.example.org/1.png, false, BAD_VALUE",
    "latitude, 91, false, BAD_LOCATION"
  })
  void fields_that_do_not_fit_are_dropped_and_nothing_is_cleared(
      String column, String value, boolean isSent, Code code) {
    Mapped mapped = Samples.profiles().map(TestRows.one("email", "k@example.org", column, value));
    assertThat(mapped.text(0)).doesNotContain("null");
    assertThat(mapped.droppedCodes()).isEqualTo(isSent ? List.of() : List.of(code));
  }

  @Test
  void people_who_opted_out_are_not_sent() {
    assertThat(
            Samples.profiles().map(TestRows.one("email", "k@example.org", "opt_out", true)).codes())
        .containsExactly(Code.OPTED_OUT);
  }

  @Test
  void up_to_twenty_people_go_singly_and_more_as_a_job() {
    HttpDelivery jobs = (HttpDelivery) Samples.profiles().route(Samples.people()).delivery();
    assertThat(jobs.forRunOf(20).limits().events()).isEqualTo(1);
    assertThat(jobs.forRunOf(21).limits().events()).isEqualTo(10_000);
    HttpDelivery listed =
        (HttpDelivery)
            Samples.profiles().set("list_name", "Store buyers").route(Samples.people()).delivery();
    assertThat(listed.forRunOf(1)).isSameAs(listed);
  }

  @Test
  void a_job_holds_profiles_and_names_its_list() {
    TestRun run = Samples.profiles().set("list_name", "Store buyers");
    HttpCall call =
        run.requests(TestRows.one("email", "k@example.org"), TestRun.credential("api_key", "pk_1"))
            .get(0);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    call.body().forEach(body::writeBytes);
    assertThat(call.url()).isEqualTo("https://a.klaviyo.com/api/profile-bulk-import-jobs");
    assertThat(call.headers())
        .containsEntry("Authorization", "Klaviyo-API-Key pk_1")
        .containsEntry("revision", "2026-07-15")
        .containsEntry("Accept", "application/vnd.api+json")
        .hasEntrySatisfying("User-Agent", agent -> assertThat(agent).startsWith("Footfall/"));
    assertThat(body.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"data\":{\"type\":\"profile-bulk-import-job\",\"attributes\":{\"profiles\":{\"data\":"
                + "[{\"type\":\"profile\",\"attributes\":{\"email\":\"k@example.org\"}}]}},"
                + "\"relationships\":{\"lists\":{\"data\":[{\"type\":\"list\",\"id\":\"Store"
                + " buyers\"}]}}}}");
  }
}
