package dev.footfall.destinations.braze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
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
  void the_ledger_knows_a_purchase_by_order_and_product_or_by_all_it_is() {
    TestRows order = line("C-1001", "S-10045", "SKU-1", "USD", "42.50", "2");
    assertThat(keys(order.and(order)))
        .containsExactly(
            "64d96995613edb37050af5f61145560f30f73de4fe4e13c0aed130b50eb479eb",
            "e0d6477e9abe3c129eabb8eac0ca0834b2b1c568c0ba8ba8df52e43076f1fe7b");
    assertThat(keys(line("C-9999", "S-10045", "SKU-1", "USD", "39.00", "2.0")))
        .containsExactly("64d96995613edb37050af5f61145560f30f73de4fe4e13c0aed130b50eb479eb");
    for (String price : List.of("42.50", "42.5")) {
      assertThat(keys(line("C-1001", "", "SKU-1", "USD", price, "2.0")))
          .containsExactly("21b174d143a7f27ffa562947b2fd3d221e82efedcb16df503681de1d1227f152");
    }
  }

  @Test
  void the_ledger_knows_users_by_any_identifier() {
    TestRows alias =
        TestRows.one(
            "alias_name",
            "L-77",
            "alias_label",
            "loyalty",
            "product_id",
            "Kaffee Größe M",
            "currency",
            "EUR",
            "price",
            "9.99",
            "purchase_time",
            "1784541600");
    TestRows braze =
        TestRows.one(
            "braze_id",
            "5a1f0e6b2c3d4e5f60718293",
            "product_id",
            "gift card",
            "currency",
            "JPY",
            "price",
            "5000",
            "quantity",
            "250",
            "purchase_time",
            "2026-07-20");

    assertThat(keys(Samples.purchases().set("user_identifier", "user_alias"), alias))
        .containsExactly("b9fcc6c0afb557d9b91c59ca64874f32380c3e303941497721c43e8dd7aac094");
    assertThat(keys(Samples.purchases().set("user_identifier", "braze_id"), braze))
        .containsExactly("709a5ff6422589821e343f14fd49c54c947dc7f6540396beea2d5e4626a315c4");
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

    assertThat(events.stream().mapToInt(Event::parts).sum()).isEqualTo(76);
    assertThat(events.get(74).parts()).isEqualTo(2);
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

  private static TestRows line(
      String person, String order, String product, String currency, String price, String quantity) {
    return TestRows.one(
        "external_id",
        person,
        "order_id",
        order,
        "product_id",
        product,
        "currency",
        currency,
        "price",
        price,
        "quantity",
        quantity,
        "purchase_time",
        "2026-07-19T11:22:05-07:00");
  }

  private static Event first(String column, String value) {
    return Samples.purchases().map(Samples.bought().only(0).with(column, value)).events().get(0);
  }

  private static List<Code> rejected(String column, String value) {
    return Samples.purchases().map(Samples.bought().only(0).with(column, value)).rejected().stream()
        .map(Mapped.Line::code)
        .toList();
  }

  private static List<String> keys(TestRows rows) {
    return keys(Samples.purchases(), rows);
  }

  private static List<String> keys(TestRun run, TestRows rows) {
    List<Event> events = run.map(rows).events();
    return IntStream.range(0, events.size())
        .mapToObj(
            i -> {
              byte[] own = events.get(i).keys().own();
              byte[] hex = new byte[Sha256.HEX];
              Sha256.ofThread().hexInto(own, own.length, hex, 0);
              return new String(hex, StandardCharsets.US_ASCII);
            })
        .toList();
  }
}
