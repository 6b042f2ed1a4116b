package dev.footfall.destinations.braze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.event.Event;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the ledger knows purchases by: Braze would count the same one twice. */
class PurchaseKeyTest {
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
