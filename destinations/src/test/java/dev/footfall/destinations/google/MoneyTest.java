package dev.footfall.destinations.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order is worth, and the cart that says so. */
class MoneyTest {
  private static Mapped map(TestRows rows) {
    return Samples.dataManager().map(rows);
  }

  private static TestRows with(String column, @Nullable Object value) {
    return Samples.order().with(column, value);
  }

  @ParameterizedTest(name = "{0} × {1} {2} is {3}")
  @CsvSource({"1999.5,1,JPY,2000", "1.0005,1,KWD,1.001", "19.99,2,USD,39.98"})
  void a_value_is_rounded_once_to_the_digits_of_its_currency(
      String price, String quantity, String currency, String value) {
    TestRows rows =
        with("unit_price", price).with("quantity", quantity).with("currency_code", currency);

    assertThat(map(rows).text(0)).contains("\"conversionValue\":" + value + ",");
  }

  @Test
  void the_orders_value_counts_where_a_row_has_no_price() {
    TestRows rows =
        with("conversion_value", "50.005")
            .and(with("unit_price", null).with("conversion_value", "60"));
    Mapped mapped = map(rows);

    assertThat(mapped.event().path("conversionValue").asText()).isEqualTo("50.01");
    assertThat(mapped.noticeCodes()).contains(Code.ORDER_ATTRIBUTE_CONFLICT);
    assertThat(map(with("conversion_value", "50")).event().path("conversionValue").asText())
        .isEqualTo("39.98");
  }

  @Test
  void an_order_without_value_or_currency_goes_with_a_notice() {
    Mapped noValue = map(with("unit_price", null));
    assertThat(noValue.event().has("conversionValue")).isFalse();
    assertThat(noValue.noticeCodes()).containsExactly(Code.NO_VALUE);

    Mapped noCurrency = map(with("currency_code", null));
    assertThat(noCurrency.event().has("currency")).isFalse();
    assertThat(noCurrency.noticeCodes()).containsExactly(Code.CURRENCY_ASSUMED);
    assertThat(
            Samples.dataManager()
                .set("default_currency", "eur")
                .map(with("currency_code", null))
                .event()
                .path("currency")
                .asText())
        .isEqualTo("EUR");
  }

  /** Google Ads refuses the one without the other. */
  @Test
  void an_order_without_value_names_no_currency_to_google_ads() {
    Mapped noValue = Samples.ads().map(with("unit_price", null));

    assertThat(noValue.event().has("currencyCode")).isFalse();
    assertThat(noValue.event().has("conversionValue")).isFalse();
    assertThat(Samples.ads().map(Samples.order()).event().has("currencyCode")).isTrue();
  }

  @Test
  void files_need_value_and_currency() {
    assertThat(Samples.file().map(with("unit_price", null)).codes())
        .containsExactly(Code.MISSING_VALUE);
    assertThat(Samples.file().map(with("currency_code", null)).codes())
        .containsExactly(Code.MISSING_CURRENCY);
  }

  @Test
  void two_currencies_in_one_order_are_a_conflict() {
    Mapped mapped = map(Samples.order().and(with("currency_code", "EUR")));

    assertThat(mapped.codes()).containsOnly(Code.CURRENCY_CONFLICT).hasSize(2);
  }

  @Test
  void a_row_with_a_bad_number_leaves_and_the_rest_goes_on() {
    Mapped mapped = map(Samples.order().and(with("unit_price", "free")));

    assertThat(mapped.codes()).containsExactly(Code.BAD_PRICE);
    assertThat(mapped.event().path("conversionValue").asText()).isEqualTo("39.98");
    assertThat(mapped.noticeCodes()).contains(Code.VALUE_PARTIAL);
  }

  @Test
  void a_fractional_quantity_is_one_item_at_the_price_of_all() {
    Mapped mapped = map(with("quantity", "0.5").with("product_id", "p1"));

    assertThat(mapped.event().at("/cartData/items/0").toString())
        .isEqualTo("{\"merchantProductId\":\"p1\",\"quantity\":\"1\",\"unitPrice\":9.995}");
    assertThat(mapped.noticeCodes()).containsExactly(Code.FRACTIONAL_QUANTITY);
  }

  @Test
  void carts_heed_their_settings() {
    TestRows rows = with("product_id", "p1").with("merchant_id", "STORE-12");
    TestRun run = Samples.dataManager();

    assertThat(run.set("send_cart_data", "never").map(rows).event().has("cartData")).isFalse();
    assertThat(run.map(rows).droppedCodes()).containsExactly(Code.FIELD_DROPPED);
    assertThat(
            run.set("merchant_center_id", "77")
                .map(rows)
                .event()
                .at("/cartData/merchantId")
                .asText())
        .isEqualTo("77");
  }
}
