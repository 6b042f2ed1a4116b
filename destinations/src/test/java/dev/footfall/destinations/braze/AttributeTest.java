package dev.footfall.destinations.braze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows as attributes of users: which rows and columns count, and what the objects look like. */
class AttributeTest {
  @Test
  void the_documented_rows_become_the_documented_objects() {
    List<Event> events = Samples.attributes().map(Samples.people()).events();

    assertThat(Samples.object(events.get(0)))
        .isEqualTo(
            "{\"external_id\":\"C-1001\",\"_update_existing_only\":false,\"first_name\":\"Ana"
                + " María\",\"last_name\":\"O'Neil-Smith\",\"email\":\"jane.doe+vip@example.com\","
                + "\"phone\":\"+12065550134\",\"country\":\"US\",\"dob\":\"1988-02-29\","
                + "\"gender\":\"F\",\"Last Store Order ID\":\"S-10045\","
                + "\"last_store_order_value\":84.5,"
                + "\"last_store_order_at\":\"2026-07-19T18:22:05.000Z\",\"store_visits_90d\":3,"
                + "\"loyalty_member\":true}");
    assertThat(Samples.object(events.get(1)))
        .isEqualTo(
            "{\"external_id\":\"C-1002\",\"_update_existing_only\":false,"
                + "\"last_store_order_value\":12}");
    assertThat(Samples.cleared(events.get(0))).containsExactly("\"favourite_store\":null");
  }

  @Test
  void a_user_may_be_named_by_an_alias() {
    TestRows rows =
        TestRows.one("alias_name", "L-77", "alias_label", "loyalty", "last_store_order_value", 12);

    assertThat(
            Samples.object(
                Samples.attributes()
                    .set("user_identifier", "user_alias")
                    .map(rows)
                    .events()
                    .get(0)))
        .isEqualTo(
            "{\"user_alias\":{\"alias_name\":\"L-77\",\"alias_label\":\"loyalty\"},"
                + "\"_update_existing_only\":false,\"last_store_order_value\":12}");
  }

  @Test
  void of_several_rows_the_latest_stands() {
    TestRows rows =
        TestRows.of("external_id", "timestamp", "x")
            .row("C-1", "2026-07-20", "late")
            .row("C-1", "2026-07-19", "early")
            .row("C-2", "2026-07-19", "other");

    assertThat(Samples.objects(Samples.attributes().map(rows)))
        .anyMatch(s -> s.contains("late"))
        .hasSize(2);
    assertThat(
            Samples.objects(Samples.attributes().set("on_duplicate_identity", "first").map(rows)))
        .anyMatch(s -> s.contains("early"))
        .noneMatch(s -> s.contains("late"));
    assertThat(Samples.objects(Samples.attributes().set("latest_by", "X").map(rows)))
        .anyMatch(s -> s.contains("late"));
    assertThat(Samples.attributes().set("on_duplicate_identity", "reject").map(rows).rejected())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.DUPLICATE_IDENTITY, Code.DUPLICATE_IDENTITY);
  }

  @Test
  void a_row_without_identifier_is_rejected() {
    assertThat(Samples.attributes().map(TestRows.one("external_id", " ", "x", 1)).rejected())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.MISSING_IDENTITY);
  }

  @Test
  void who_does_not_want_it_is_left_alone() {
    TestRows rows =
        TestRows.of("external_id", "opt_out", "x").row("C-1", true, 1).row("C-1", false, 2);

    assertThat(Samples.attributes().map(rows).rejected())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.OPTED_OUT, Code.OPTED_OUT);
  }

  @Test
  void what_null_does_can_be_set() {
    TestRows rows = TestRows.one("external_id", "C-1", "email", null, "x", null);

    assertThat(
            Samples.cleared(
                Samples.attributes().set("null_handling", "ignore").map(rows).events().get(0)))
        .isEmpty();
    Mapped always = Samples.attributes().set("null_handling", "always_clear").map(rows);
    assertThat(Samples.cleared(always.events().get(0))).containsExactly("\"x\":null");
    assertThat(always.events().get(0).values().orElseThrow().terms().clearsUnknown()).isTrue();
    assertThat(always.dropped())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.CLEAR_SUPPRESSED);
  }

  @Test
  void columns_that_contradict_each_other_stop_the_run() {
    assertThat(stops(Map.of(), "external_id", "braze_id"))
        .containsExactly(Code.CONFLICTING_IDENTIFIERS);
    assertThat(stops(Map.of("user_identifier", "user_alias"), "alias_name"))
        .containsExactly(Code.MISSING_COLUMN);
    assertThat(stops(Map.of(), "external_id", "email", "Email"))
        .containsExactly(Code.AMBIGUOUS_COLUMN);
    assertThat(stops(Map.of(), "external_id", "dob", "birthdate"))
        .containsExactly(Code.AMBIGUOUS_COLUMN);
    assertThat(stops(Map.of(), "external_id", "$x")).containsExactly(Code.BAD_COLUMN_NAME);
    assertThat(stops(Map.of(), "external_id", "_update_existing_only"))
        .containsExactly(Code.BAD_COLUMN_NAME);
  }

  @Test
  void names_that_look_like_profile_fields_are_noted() {
    assertThat(codes(Map.of(), "external_id", "birthday"))
        .containsExactly(Code.LOOKS_LIKE_PROFILE_FIELD);
    assertThat(codes(Map.of(), "external_id", "bio")).containsExactly(Code.UNKNOWN_COLUMN);
    assertThat(codes(Map.of("profile_aliases", "false"), "external_id", "given_name"))
        .containsExactly(Code.LOOKS_LIKE_PROFILE_FIELD);
    assertThat(
            Samples.object(
                Samples.attributes()
                    .map(TestRows.one("external_id", "C-1", "given_name", "A", "state", "WA"))
                    .events()
                    .get(0)))
        .contains("\"first_name\":\"A\",\"state\":\"WA\"");
  }

  private static List<Code> stops(Map<String, String> settings, String... columns) {
    return Samples.attributes().set(settings).binding(TestRows.of(columns)).problems().stream()
        .filter(Binding.Problem::stops)
        .map(Binding.Problem::code)
        .toList();
  }

  private static List<Code> codes(Map<String, String> settings, String... columns) {
    return Samples.attributes().set(settings).binding(TestRows.of(columns)).problems().stream()
        .map(Binding.Problem::code)
        .toList();
  }
}
