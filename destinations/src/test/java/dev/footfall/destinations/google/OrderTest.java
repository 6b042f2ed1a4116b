package dev.footfall.destinations.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.event.EventNames;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders, row by row: what they become, and why some do not go. */
class OrderTest {
  private static Mapped map(TestRows rows) {
    return Samples.dataManager().map(rows);
  }

  private static Code code(TestRows rows) {
    Mapped mapped = map(rows);
    assertThat(mapped.events()).isEmpty();
    return mapped.codes().get(0);
  }

  private static TestRows with(String column, @Nullable Object value) {
    return Samples.order().with(column, value);
  }

  @Test
  void windows_end_after_63_days_and_after_90_with_a_click_id() {
    String now = Instant.ofEpochSecond(1_795_251_600L).toString();
    TestRun run = Samples.dataManager().at(now);
    TestRows click = Samples.click();

    assertThat(run.map(with("timestamp", "1789809000")).events()).hasSize(1);
    assertThat(run.map(with("timestamp", "1789808999")).codes())
        .containsExactly(Code.EVENT_TOO_OLD);
    assertThat(run.map(click.with("timestamp", "1787476200")).events()).hasSize(1);
    assertThat(run.map(click.with("timestamp", "1787476199")).codes())
        .containsExactly(Code.EVENT_TOO_OLD);
    assertThat(run.map(with("timestamp", "1795251660")).events()).hasSize(1);
    assertThat(run.map(with("timestamp", "1795251661")).codes())
        .containsExactly(Code.EVENT_IN_FUTURE);
    assertThat(run.route(click).windowDays()).isEqualTo(90);
    assertThat(run.route(Samples.order()).windowDays()).isEqualTo(63);
  }

  @Test
  void an_event_expires_when_the_window_would_refuse_it() {
    assertThat(map(Samples.order()).events().get(0).expiresAt())
        .isEqualTo(1_795_197_900L + 63 * 86_400 - 600);
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "order_id,,MISSING_ORDER_ID",
    "order_id,ada@example.org,ORDER_ID_CONTAINS_PII",
    "timestamp,,MISSING_TIMESTAMP",
    "timestamp,20/11/2026,BAD_TIMESTAMP",
    "email,,MISSING_IDENTITY",
    "email,nobody,MISSING_IDENTITY",
    "currency_code,US$,BAD_CURRENCY",
    "unit_price,-1,BAD_PRICE",
    "unit_price,free,BAD_PRICE",
    "quantity,0,BAD_QUANTITY",
    "quantity,-2,BAD_QUANTITY",
    "conversion_value,much,BAD_VALUE",
    "is_return,true,RETURN_OR_CANCELLATION",
    "ad_user_data,maybe,BAD_CONSENT",
    "ad_personalization,maybe,BAD_CONSENT",
    "ad_user_data,0,OPTED_OUT",
    "opt_out,yes,OPTED_OUT",
    "opt_out,perhaps,BAD_OPT_OUT"
  })
  void a_row_that_cannot_go_is_rejected(String column, @Nullable String value, Code code) {
    assertThat(code(with(column, value))).isEqualTo(code);
  }

  @Test
  void an_order_id_of_more_than_64_characters_is_none() {
    assertThat(code(with("order_id", "x".repeat(65)))).isEqualTo(Code.MISSING_ORDER_ID);
    assertThat(map(with("order_id", "x".repeat(64))).events()).hasSize(1);
  }

  @Test
  void one_click_id_goes_the_best_one() {
    TestRows all =
        Samples.click().with("gbraid", "gbraid_0123456789").with("wbraid", "wbraid_0123456789");
    Mapped gclid = map(all);
    assertThat(gclid.event().path("adIdentifiers").toString())
        .isEqualTo("{\"gclid\":\"" + Samples.GCLID + "\"}");
    assertThat(gclid.noticeCodes())
        .containsExactly(Code.EXTRA_CLICK_ID_DROPPED, Code.EXTRA_CLICK_ID_DROPPED);

    Mapped gbraid = map(all.without("gclid"));
    assertThat(gbraid.event().path("adIdentifiers").toString()).contains("gbraid_0123456789");
    assertThat(gbraid.noticeCodes()).containsExactly(Code.EXTRA_CLICK_ID_DROPPED);
  }

  @Test
  void a_braid_brings_no_cart_but_identifiers() {
    TestRows rows =
        with("gbraid", "gbraid_0123456789").with("product_id", "p1").with("merchant_id", "12");
    JsonNode event = map(rows).event();

    assertThat(event.has("cartData")).isFalse();
    assertThat(event.at("/userData/userIdentifiers")).hasSize(1);
    assertThat(event.path("eventSource").asText()).isEqualTo("APP");
    assertThat(map(rows.without("gbraid")).event().has("cartData")).isTrue();
  }

  @ParameterizedTest(name = "environment {0}, source {1} is {2}")
  @CsvSource({",,IN_STORE", "APP,,APP", "web,,WEB", "UNKNOWN,,IN_STORE", "APP,PHONE,PHONE"})
  void the_event_source_follows_column_environment_and_settings(
      @Nullable String environment, @Nullable String source, String expected) {
    TestRows rows = with("conversion_environment", environment).with("event_source", source);

    assertThat(map(rows).event().path("eventSource").asText()).isEqualTo(expected);
    TestRun other = Samples.dataManager().set("event_source_no_click", "OTHER");
    if (expected.equals("IN_STORE")) {
      assertThat(other.map(rows).event().path("eventSource").asText()).isEqualTo("OTHER");
    }
    assertThat(map(Samples.click()).event().path("eventSource").asText()).isEqualTo("WEB");
  }

  @Test
  void identifiers_alternate_and_end_at_the_limit() {
    String emails = "[\"a@x.org\",\"b@x.org\",\"c@x.org\",\"d@x.org\"]";
    TestRows rows = with("email", emails).with("phone", "[\"+16505551212\",\"+16505551213\"]");
    Mapped ads = Samples.ads().map(rows);

    assertThat(ads.event().path("userIdentifiers"))
        .extracting(i -> i.has("hashedEmail"))
        .containsExactly(true, false, true, false, true);
    assertThat(ads.noticeCodes()).containsExactly(Code.IDENTIFIERS_TRUNCATED);
    assertThat(map(rows).event().at("/userData/userIdentifiers")).hasSize(6);
    assertThat(map(rows).notices()).isEmpty();
  }

  @Test
  void denied_consent_stays_here_unless_the_operator_says_otherwise() {
    TestRows rows = with("ad_user_data", null).and(with("ad_user_data", "denied"));
    assertThat(map(rows).codes()).containsOnly(Code.OPTED_OUT).hasSize(2);

    Mapped sent = Samples.ads().set("drop_denied_consent", "false").map(rows);
    assertThat(sent.event().path("consent").toString()).isEqualTo("{\"adUserData\":\"DENIED\"}");
    assertThat(Samples.ads().set("default_ad_user_data", "GRANTED").map(Samples.order()).text(0))
        .contains("\"consent\":{\"adUserData\":\"GRANTED\"}");
    assertThat(map(Samples.order()).event().has("consent")).isFalse();
  }

  @Test
  void the_ads_api_is_told_no_personalisation_and_no_address() {
    Mapped mapped =
        Samples.ads().map(with("ad_personalization", "granted").with("user_ip_address", "8.8.8.8"));

    assertThat(mapped.text(0)).doesNotContain("ersonalization").doesNotContain("8.8.8.8");
    assertThat(mapped.noticeCodes()).containsExactly(Code.COLUMN_IGNORED, Code.COLUMN_IGNORED);
  }

  @Test
  void an_ip_address_goes_only_for_people_outside_europe() {
    TestRows rows = with("user_ip_address", "8.8.8.8");

    assertThat(map(rows.with("country", "US")).event().at("/eventDeviceInfo/ipAddress").asText())
        .isEqualTo("8.8.8.8");
    for (String country : new String[] {"DE", "UK", "CH", "NO", ""}) {
      assertThat(map(rows.with("country", country)).text(0)).doesNotContain("8.8.8.8");
    }
  }

  @Test
  void store_sales_need_a_store_and_take_an_address() {
    TestRun sales = Samples.dataManager().set("conversion_action_type", "STORE_SALES");
    TestRows rows =
        with("given_name", "Ada")
            .with("surname", "O'Brien")
            .with("country", "US")
            .with("postal", "94105-1234");

    assertThat(sales.map(rows).codes()).containsExactly(Code.MISSING_STORE_ID);
    JsonNode event = sales.map(rows.with("store_id", "S 7")).event();
    assertThat(event.at("/eventLocation/storeId").asText()).isEqualTo("S 7");
    assertThat(event.at("/userData/userIdentifiers/1/address/postalCode").asText())
        .isEqualTo("94105");
    assertThat(map(rows.with("store_id", "S 7")).event().has("eventLocation")).isFalse();
  }

  @Test
  void the_ledger_knows_an_order_by_account_action_and_order_id() {
    byte[] own = map(Samples.order()).events().get(0).keys().own();
    EventNames names = new EventNames();
    names.begin().add(own);

    assertThat(names.hex(Sha256.HEX))
        .isEqualTo("de6327332433899d377d56935ae534b0eda8f49cda1f981a77672a17b93fb5a8");
  }

  @Test
  void a_conversion_action_must_be_named() {
    TestRun nameless = TestRun.of(new Google()).set("customer_id", "1234567890");

    assertThatThrownBy(() -> nameless.map(Samples.order())).isInstanceOf(SettingFault.class);
    assertThat(nameless.set("conversion_action_name", "Shop \"one\"").map(Samples.order()).events())
        .hasSize(1);
  }

  @Test
  void personal_texts_of_a_file_can_go_unhashed() {
    Mapped mapped =
        Samples.file()
            .set("hash_csv", "false")
            .map(with("phone", "(650)555-1212").with("given_name", "Mrs. Ada"));

    assertThat(mapped.text(0)).startsWith("adalovelace@gmail.com,,,ada,").contains("+16505551212");
    assertThat(Samples.file().set("hash_csv", "false").map(with("email", Samples.ADA)).text(0))
        .startsWith(Samples.ADA);
  }
}
