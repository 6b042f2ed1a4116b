package dev.footfall.destinations.braze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.Values;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Text;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows as attributes of users. */
class AttributeTest {
  @Test
  void the_documented_rows_become_the_documented_objects() {
    List<Event> events = Samples.attributes().map(Samples.people()).events();

    assertThat(set(events.get(0)))
        .isEqualTo(
            "{\"external_id\":\"C-1001\",\"_update_existing_only\":false,\"first_name\":\"Ana"
                + " María\",\"last_name\":\"O'Neil-Smith\",\"email\":\"jane.doe+vip@example.com\","
                + "\"phone\":\"+12065550134\",\"country\":\"US\",\"dob\":\"1988-02-29\","
                + "\"gender\":\"F\",\"Last Store Order ID\":\"S-10045\","
                + "\"last_store_order_value\":84.5,"
                + "\"last_store_order_at\":\"2026-07-19T18:22:05.000Z\",\"store_visits_90d\":3,"
                + "\"loyalty_member\":true}");
    assertThat(set(events.get(1)))
        .isEqualTo(
            "{\"external_id\":\"C-1002\",\"_update_existing_only\":false,"
                + "\"last_store_order_value\":12}");
    assertThat(cleared(events.get(0))).containsExactly("\"favourite_store\":null");
  }

  @Test
  void a_user_may_be_named_by_an_alias() {
    TestRows rows =
        TestRows.one("alias_name", "L-77", "alias_label", "loyalty", "last_store_order_value", 12);

    assertThat(
            set(
                Samples.attributes()
                    .set("user_identifier", "user_alias")
                    .map(rows)
                    .events()
                    .get(0)))
        .isEqualTo(
            "{\"user_alias\":{\"alias_name\":\"L-77\",\"alias_label\":\"loyalty\"},"
                + "\"_update_existing_only\":false,\"last_store_order_value\":12}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "country|U.S.A.|US",
        "country|United Kingdom|GB",
        "country|UK|GB",
        "country|gbr|GB",
        "country|Deutschland|DE",
        "country|Côte d’Ivoire|CI",
        "email|O'Brien@Example.ie|o'brien@example.ie",
        "email|user@bücher.example|user@xn--bcher-kva.example",
        "phone|206.555.0134|+12065550134",
        "phone|1-206-555-0134 ext. 22|+12065550134",
        "phone|tel:+1-206-555-0134|+12065550134",
        "phone|0012065550134|+12065550134",
        "phone|+44 (0)20 7946 0018|+442079460018",
        "phone|+33 1 42 68 53 00|+33142685300",
        "phone|011 44 20 7946 0018|+442079460018",
        "phone|１２０６５５５０１３４|+12065550134",
        "phone|+1 (555) 123-4567|+15551234567",
        "phone|2065550134;ext=5|+12065550134",
        "phone|+112065550134|+12065550134",
        "phone|2065550134.0|+12065550134",
        "gender|' m '|M",
        "gender|non-binary|O",
        "gender|N/A|N",
        "gender|Prefer not to say|P",
        "dob|19880229|1988-02-29",
        "dob|02/29/1988|1988-02-29",
        "dob|1988-02-29T00:00:00-08:00|1988-02-29",
        "home_city|' São Paulo '|São Paulo",
        "language|en-GB|en",
        "time_zone|Europe/Rome|Europe/Rome",
        "email_subscribe|Opted_In|opted_in",
      })
  void profile_fields_are_made_fit(String column, String given, String sent) {
    Mapped mapped = Samples.attributes().map(one(column, given));

    assertThat(set(mapped.events().get(0))).contains("\"" + column + "\":\"" + sent + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "country|EU|BAD_COUNTRY",
        "gender|unknown|BAD_GENDER",
        "dob|29/02/1988|BAD_BIRTHDATE",
        "dob|1988-02-30|BAD_BIRTHDATE",
        "dob|88-02-29|BAD_BIRTHDATE",
        "email|jane..doe@example.com|BAD_EMAIL",
        "email|jane@localhost|BAD_EMAIL",
        "email|JOSÉ@example.com|BAD_EMAIL",
        "email|973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b|BAD_EMAIL",
        "phone|555-0134|BAD_PHONE",
        "phone|106-555-0134|BAD_PHONE",
        "phone|call me|BAD_PHONE",
        "language|english|BAD_LANGUAGE",
        "time_zone|EST|BAD_TIME_ZONE",
        "push_subscribe|yes|BAD_CONSENT",
        "email_open_tracking_disabled|perhaps|BAD_VALUE",
        "date_of_last_session|yesterday|BAD_TIMESTAMP",
        "image_url|ftp://x|BAD_VALUE",
        "current_location|{\"longitude\":181,\"latitude\":0}|BAD_LOCATION",
        "subscription_groups|[{\"subscription_group_id\":\"g\"}]|BAD_CONSENT",
        "push_tokens|[{\"app_id\":\"a\"}]|BAD_VALUE",
        "facebook|[]|BAD_VALUE",
      })
  void a_bad_profile_field_is_left_out_and_the_rest_goes(String column, String given, Code code) {
    Mapped mapped = Samples.attributes().map(one(column, given));

    assertThat(set(mapped.events().get(0)))
        .isEqualTo("{\"external_id\":\"C-1\",\"_update_existing_only\":false}");
    assertThat(mapped.dropped()).extracting(Mapped.Line::code).containsExactly(code);
  }

  @Test
  void days_come_first_in_dates_of_birth_where_that_is_set() {
    assertThat(
            set(
                Samples.attributes()
                    .set("date_order", "DMY")
                    .map(one("dob", "29/02/1988"))
                    .events()
                    .get(0)))
        .contains("\"dob\":\"1988-02-29\"");
  }

  @Test
  void the_region_of_national_numbers_can_be_set() {
    assertThat(
            set(
                Samples.attributes()
                    .set("default_phone_region", "GB")
                    .map(one("phone", "020 7946 0018"))
                    .events()
                    .get(0)))
        .contains("+442079460018");
  }

  @Test
  void arrays_and_objects_keep_their_type_and_objects_lose_their_nulls() {
    assertThat(value(List.of("b", "a"))).isEqualTo("[\"b\",\"a\"]");
    assertThat(value(Map.of("b", 1))).isEqualTo("{\"b\":1}");
    assertThat(
            set(
                Samples.attributes()
                    .set("json_columns", "X")
                    .map(one("x", "{\"b\":1.50,\"a\":null,\"c\":1e2}"))
                    .events()
                    .get(0)))
        .contains("\"x\":{\"b\":1.5,\"c\":100}");
  }

  @Test
  void text_that_should_be_json_and_is_not_is_left_out() {
    Mapped mapped = Samples.attributes().set("json_columns", "x").map(one("x", "{"));

    assertThat(mapped.dropped()).extracting(Mapped.Line::code).containsExactly(Code.BAD_VALUE);
  }

  @Test
  void an_array_is_cut_to_a_hundred_elements() {
    List<Integer> many = IntStream.range(0, 120).boxed().toList();
    Mapped mapped = Samples.attributes().map(one("x", many));

    assertThat(set(mapped.events().get(0))).contains(",99]").doesNotContain("100");
    assertThat(mapped.dropped())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.ARRAY_TRUNCATED);
  }

  @Test
  void long_texts_and_large_numbers_are_noted() {
    assertThat(Samples.attributes().map(one("x", "y".repeat(256))).dropped())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.VALUE_MAY_BE_TRUNCATED);
    assertThat(Samples.attributes().map(one("x", Long.MAX_VALUE)).dropped())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.NUMBER_SENT_AS_TEXT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "091da9667877a3a56a0f857f0ebec93114f10fcb901bc73945b57f67b6d9501e|Seattle",
        "b107e855385b75dc9bcc467b9eb65bf862b6af9e7f64c1a80a10d0e8eb2e9ef5|a\"é",
      })
  void a_text_has_one_spelling(String sha256, String text) {
    assertThat(sha256(value(text))).isEqualTo(sha256);
  }

  @Test
  void numbers_flags_and_arrays_have_one_spelling() {
    assertThat(sha256(value(new BigDecimal("84.50"))))
        .isEqualTo("524076b9f2f782845482f205b16b6b668106c33c809d3c90a29ea12d4f1bb98e");
    assertThat(sha256(value(3)))
        .isEqualTo("4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce");
    assertThat(sha256(value(true)))
        .isEqualTo("b5bea41b6c623f7c09f1bf24dcae58ebab3c0cdd90ad966bc43a45b44867e12b");
    assertThat(sha256(value(List.of("b", "a"))))
        .isEqualTo("02d8bc3008a9bb0dcc4b86d7fd3428ced792355c733c19756bec5a56dc61b2c5");
  }

  @Test
  void of_several_rows_the_latest_stands() {
    TestRows rows =
        TestRows.of("external_id", "timestamp", "x")
            .row("C-1", "2026-07-20", "late")
            .row("C-1", "2026-07-19", "early")
            .row("C-2", "2026-07-19", "other");

    assertThat(sets(Samples.attributes().map(rows))).anyMatch(s -> s.contains("late")).hasSize(2);
    assertThat(sets(Samples.attributes().set("on_duplicate_identity", "first").map(rows)))
        .anyMatch(s -> s.contains("early"))
        .noneMatch(s -> s.contains("late"));
    assertThat(sets(Samples.attributes().set("latest_by", "X").map(rows)))
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
            cleared(Samples.attributes().set("null_handling", "ignore").map(rows).events().get(0)))
        .isEmpty();
    Mapped always = Samples.attributes().set("null_handling", "always_clear").map(rows);
    assertThat(cleared(always.events().get(0))).containsExactly("\"x\":null");
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
            set(
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

  private static TestRows one(String column, @Nullable Object value) {
    return TestRows.one("external_id", "C-1", column, value);
  }

  private static String value(Object value) {
    String object = set(Samples.attributes().map(one("x", value)).events().get(0));
    return object.substring(object.indexOf("\"x\":") + 4, object.length() - 1);
  }

  private static List<String> sets(Mapped mapped) {
    return mapped.events().stream().map(AttributeTest::set).toList();
  }

  /** The object with the values that are set. */
  private static String set(Event event) {
    Values values = event.values().orElseThrow();
    BitSet chosen = new BitSet();
    chosen.set(0, values.size());
    chosen.andNot(values.clears());
    return new String(values.only(event.body(), chosen), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static List<String> cleared(Event event) {
    Values values = event.values().orElseThrow();
    return values.clears().stream()
        .filter(i -> !Samples.body(event).isEmpty())
        .mapToObj(
            i ->
                new String(
                    event.body(),
                    values.starts()[i] + 1,
                    values.starts()[i + 1] - values.starts()[i] - 1,
                    java.nio.charset.StandardCharsets.UTF_8))
        .filter(text -> text.equals("\"favourite_store\":null") || text.equals("\"x\":null"))
        .collect(Collectors.toList());
  }

  private static String sha256(String text) {
    byte[] hex = new byte[Sha256.HEX];
    byte[] bytes = Text.utf8(text);
    Sha256.ofThread().hexInto(bytes, bytes.length, hex, 0);
    return new String(hex, java.nio.charset.StandardCharsets.US_ASCII);
  }
}
