package dev.footfall.destinations.braze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as purchases. */
class PurchaseTest {
  @Test
  void the_documented_rows_become_the_documented_objects() {
    assertThat(Samples.purchases().map(Samples.bought()).events().stream().map(Samples::body))
        .containsExactly(
            "{\"external_id\":\"C-1001\",\"_update_existing_only\":false,\"product_id\":\"SKU-1\","
                + "\"currency\":\"USD\",\"price\":42.5,\"quantity\":2,"
                + "\"time\":\"2026-07-19T18:22:05.000Z\"}",
            gift(100) + "," + gift(100) + "," + gift(50));
  }

  private static String gift(int quantity) {
    return "{\"external_id\":\"C-1002\",\"_update_existing_only\":false,\"product_id\":\"gift"
        + " card\",\"currency\":\"JPY\",\"price\":5000,\"quantity\":"
        + quantity
        + ",\"time\":\"2026-07-20T00:00:00.000Z\"}";
  }

  @Test
  void seven_thousand_five_hundred_units_are_seventy_five_objects() {
    assertThat(first("quantity", "7500").parts()).isEqualTo(75);
    assertThat(first("quantity", "101").parts()).isEqualTo(2);
    assertThat(Samples.body(first("quantity", ""))).doesNotContain("quantity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7501", "0", "-1", "1.5", "two"})
  void other_quantities_are_rejected(String quantity) {
    assertThat(rejected("quantity", quantity)).containsExactly(Code.BAD_QUANTITY);
  }

  @ParameterizedTest
  @CsvSource({
    "external_id,,MISSING_IDENTITY",
    "product_id,' ',MISSING_PRODUCT_ID",
    "price,,MISSING_VALUE",
    "price,1e2,BAD_PRICE",
    "price,'1,234.50',BAD_PRICE",
    "price,$5,BAD_PRICE",
    "price,NaN,BAD_PRICE",
    "currency,,MISSING_CURRENCY",
    "currency,US Dollar,BAD_CURRENCY",
    "currency,XYZ,BAD_CURRENCY",
    "currency,840,BAD_CURRENCY",
    "purchase_time,,MISSING_TIMESTAMP",
    "purchase_time,07/20/2026,BAD_TIMESTAMP",
    "purchase_time,2026-02-30,BAD_TIMESTAMP",
    "purchase_time,178454160012345678,BAD_TIMESTAMP",
  })
  void a_row_that_lacks_something_is_rejected(String column, String value, Code code) {
    assertThat(rejected(column, value)).containsExactly(code);
  }

  @Test
  void a_product_of_more_than_255_characters_is_rejected() {
    assertThat(rejected("product_id", "x".repeat(256))).containsExactly(Code.VALUE_TOO_LONG);
  }

  @Test
  void a_currency_goes_in_capitals() {
    assertThat(Samples.body(first("currency", " usd "))).contains("\"currency\":\"USD\"");
  }

  @ParameterizedTest
  @CsvSource({"42.50,42.5", "-19.990,-19.99", "-0.0,0", "+7,7"})
  void prices_are_plain_numbers(String given, String sent) {
    assertThat(Samples.body(first("price", given))).contains("\"price\":" + sent + ",");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-20T10:00:00Z,2026-07-20T10:00:00.000Z,UTC",
    "2026-07-20T10:00:00.123456-07:00,2026-07-20T17:00:00.123Z,UTC",
    "2026-07-20 10:00:00+02,2026-07-20T08:00:00.000Z,UTC",
    "2026-07-20,2026-07-20T00:00:00.000Z,UTC",
    "1784541600,2026-07-20T10:00:00.000Z,UTC",
    "1784541600.5,2026-07-20T10:00:00.500Z,UTC",
    "1784541600123,2026-07-20T10:00:00.123Z,UTC",
    "1784541600123456,2026-07-20T10:00:00.123Z,UTC",
    "2026-07-20 10:00:00,2026-07-20T14:00:00.000Z,America/New_York",
    "2026-07-20,2026-07-20T04:00:00.000Z,America/New_York",
    "2026-01-20T10:00,2026-01-20T15:00:00.000Z,America/New_York",
  })
  void times_go_in_utc(String given, String sent, String zone) {
    Event event =
        Samples.purchases()
            .in(zone)
            .map(Samples.bought().only(0).with("purchase_time", given))
            .events()
            .get(0);

    assertThat(Samples.body(event)).contains("\"time\":\"" + sent + "\"");
  }

  @Test
  void a_time_without_offset_is_noted_and_strictly_refused() {
    TestRows rows = Samples.bought().only(0).with("purchase_time", "2026-07-20 10:00:00");
    TestRun strict = Samples.purchases().set("strict_times", "true");

    assertThat(Samples.purchases().map(rows).dropped())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.ZONE_ASSUMED);
    assertThat(strict.map(rows).rejected())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.BAD_TIMESTAMP);
    assertThat(strict.map(rows.with("purchase_time", "1784541600123")).rejected()).hasSize(1);
    assertThat(strict.map(rows.with("purchase_time", "1784541600")).rejected()).isEmpty();
    assertThat(strict.map(rows.with("purchase_time", "2026-07-20")).rejected()).isEmpty();
  }

  @Test
  void a_purchase_of_tomorrow_is_sent_and_noted() {
    Mapped mapped =
        Samples.purchases()
            .map(Samples.bought().only(0).with("purchase_time", "2026-11-22T09:00:00Z"));

    assertThat(mapped.events()).hasSize(1);
    assertThat(mapped.dropped())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.EVENT_IN_FUTURE);
  }

  @Test
  void users_with_an_alias_are_never_created_by_a_purchase() {
    TestRows alias =
        TestRows.one(
            "alias_name",
            "L-77",
            "alias_label",
            "loyalty",
            "product_id",
            "x",
            "currency",
            "EUR",
            "price",
            "1",
            "purchase_time",
            "1784541600");

    assertThat(
            Samples.body(
                Samples.purchases()
                    .set("user_identifier", "user_alias")
                    .map(alias)
                    .events()
                    .get(0)))
        .contains("\"_update_existing_only\":true");
  }

  @Test
  void a_row_is_never_torn_between_requests() {
    TestRows rows = Samples.bought().only(1).with("quantity", "150");
    for (int i = 0; i < 74; i++) {
      rows = Samples.bought().only(0).with("product_id", "p" + i).and(rows);
    }
    List<Event> events = Samples.purchases().map(rows).events();

    HttpDelivery delivery = (HttpDelivery) Samples.purchases().route(rows).delivery();
    assertThat(TestRun.batches(delivery, events))
        .extracting(batch -> batch.stream().mapToInt(Event::parts).sum())
        .containsExactly(74, 2);
  }

  @Test
  void a_purchase_with_more_than_a_hundred_kilobytes_is_rejected() {
    assertThat(rejected("external_id", "x".repeat(100_000))).containsExactly(Code.EVENT_TOO_LARGE);
  }

  @Test
  void properties_of_more_than_fifty_kilobytes_are_left_out() {
    TestRows rows = Samples.bought().only(0);
    for (int i = 0; i < 200; i++) {
      rows = rows.with("property " + i, "x".repeat(255));
    }
    Mapped mapped = Samples.purchases().set("send_extra_columns_as_properties", "true").map(rows);

    assertThat(Samples.body(mapped.events().get(0))).doesNotContain("properties");
    assertThat(mapped.dropped()).extracting(Mapped.Line::code).containsExactly(Code.BAD_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"product_id", "price", "currency", "purchase_time"})
  void a_query_without_a_column_that_every_purchase_needs_stops_the_run(String column) {
    assertThat(Samples.purchases().binding(Samples.bought().without(column)).problems())
        .filteredOn(Binding.Problem::stops)
        .extracting(Binding.Problem::code)
        .containsExactly(Code.MISSING_COLUMN);
  }

  @Test
  void other_columns_go_as_properties_where_that_is_set() {
    TestRun run = Samples.purchases().set("send_extra_columns_as_properties", "true");
    TestRows rows =
        TestRows.one(
            "external_id",
            "C-1",
            "product_id",
            "x",
            "currency",
            "EUR",
            "price",
            "1",
            "purchase_time",
            "1784541600",
            "order_id",
            "S-1",
            "Colour",
            "red",
            "note",
            "n".repeat(256));

    Mapped mapped = run.set("app_id", "app-1").map(rows);
    assertThat(Samples.body(mapped.events().get(0)))
        .endsWith("\"app_id\":\"app-1\",\"properties\":{\"order_id\":\"S-1\",\"Colour\":\"red\"}}");
    assertThat(mapped.dropped()).extracting(Mapped.Line::code).containsExactly(Code.BAD_VALUE);
    assertThat(Samples.body(Samples.purchases().map(rows).events().get(0)))
        .doesNotContain("properties");
  }

  private static Event first(String column, String value) {
    return Samples.purchases().map(Samples.bought().only(0).with(column, value)).events().get(0);
  }

  private static List<Code> rejected(String column, String value) {
    return Samples.purchases().map(Samples.bought().only(0).with(column, value)).rejected().stream()
        .map(Mapped.Line::code)
        .toList();
  }
}
