package dev.footfall.destinations.snapchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order is worth, and how much of what it holds. */
class MoneyTest {
  private static Mapped map(TestRows rows) {
    return Samples.api().map(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "1234.5,USD,1234.50",
    "' 1234.50 ',USD,1234.50",
    "1.2345E3,USD,1234.50",
    "1980.4,JPY,1980"
  })
  void amounts_have_the_digits_of_their_currency(String price, String currency, String sent) {
    Mapped mapped = map(Samples.row().with("price", price).with("currency", currency));

    assertThat(mapped.text(0)).contains("\"value\":" + sent + ",");
  }

  @ParameterizedTest
  @CsvSource({"line_total,64.30,19.90", "unit_price,104.10,39.80", "order_total,24.50,"})
  void the_price_is_what_the_setting_says(String priceIs, String value, String unit) {
    Mapped mapped = Samples.api().set("price_is", priceIs).map(Samples.example());

    assertThat(mapped.text(0)).contains("\"value\":" + value + ",");
    assertThat(mapped.event().at("/custom_data/contents/1/item_price").asText())
        .isEqualTo(unit == null ? "" : unit);
  }

  @Test
  void rows_of_one_order_in_two_currencies_are_not_added_up() {
    assertThat(map(Samples.example().with(1, "currency", "EUR")).codes())
        .containsExactly(Code.CURRENCY_CONFLICT, Code.CURRENCY_CONFLICT);
  }

  @Test
  void the_count_of_items_falls_back_from_numbers_to_quantities_to_rows() {
    TestRows bare = Samples.example().without("number_items");

    assertThat(map(bare.with("quantity", "4")).event().at("/custom_data/num_items").asInt())
        .isEqualTo(8);
    assertThat(map(bare).event().at("/custom_data/num_items").asInt()).isEqualTo(2);
    assertThat(map(bare.without("item_id")).event().at("/custom_data").has("num_items")).isFalse();
  }

  @Test
  void an_event_that_is_no_purchase_needs_no_money() {
    Mapped mapped =
        map(Samples.row().with("event_type", "SIGN_UP").with("price", "").with("currency", ""));

    assertThat(mapped.event().at("/custom_data").has("value")).isFalse();
  }

  @Test
  void further_currencies_can_be_added() {
    TestRun more = Samples.api().set("extra_currencies", "BAM");

    assertThat(more.map(Samples.row().with("currency", "BAM")).events()).hasSize(1);
    assertThatThrownBy(() -> Samples.api().set("default_currency", "BAM").map(Samples.row()))
        .isInstanceOf(SettingFault.class);
  }

  @Test
  void returns_can_be_taken_but_never_negative_amounts() {
    TestRun run = Samples.api().set("include_returns", "true");

    assertThat(run.map(Samples.row().with("is_return", "yes")).events()).hasSize(1);
    assertThat(run.map(Samples.row().with("price", "-5")).codes()).containsExactly(Code.BAD_VALUE);
  }
}
