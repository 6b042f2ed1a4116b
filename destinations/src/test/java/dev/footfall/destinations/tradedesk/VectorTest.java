package dev.footfall.destinations.tradedesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that the platform's and the operator's documents promise, to the byte. */
class VectorTest {
  private static List<String> asked(TestRows rows) {
    Event event = Samples.run().map(rows).events().get(0);
    return Samples.map(Samples.run(), rows).wanted(event);
  }

  private static Mapped mapped(String column, Object value) {
    return Samples.run().map(Samples.order().with(column, value));
  }

  private static List<Code> notices(Mapped mapped) {
    return Stream.of(mapped.dropped(), mapped.notices())
        .flatMap(List::stream)
        .map(Mapped.Line::code)
        .toList();
  }

  private static List<Code> rejected(Mapped mapped) {
    return mapped.rejected().stream().map(Mapped.Line::code).toList();
  }

  private static String item(String column, Object value) {
    return Samples.item(Samples.order().with(column, value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "  User@Example.com |tMmiiTI7IaAcPpQPFQ65uMVCWH8av9jw4cwf/F5HVRQ=",
        "MyEmail@example.com|FsGNM28LJQ8OLZB0Us65ZYp07NrovJSGTCMSKnLMJ6U=",
        "Jane.Doe@gmail.com|1hFzBkhe0OUK+rOshx6Y+BaZFR8wKBUn1j/18jNlbGk=",
        "JANE.DOE+x@GMAIL.COM|1hFzBkhe0OUK+rOshx6Y+BaZFR8wKBUn1j/18jNlbGk=",
        "jane.doe+promo@example.com|wzdLz+NXLgnzdgLg4Xl4I1LF4Reko3Z4JKu6ohu974s=",
        "jane.doe@googlemail.com|nCdk4a9jZDWkvPKphzOusOAn1ueIVQQzEBUOmdc9NEA=",
        "jane doe@example.com|xNJenJD/I+kUU5e8b71ThcpfvnghEiLMvs0LNp67GaY=",
        "J\u00D6RG@EXAMPLE.COM|Kuk/yjwzqaRzgGtuLY2y7XeP0NxMdrJAD1rIDChUBiQ=",
        "user@example.com\t|tMmiiTI7IaAcPpQPFQ65uMVCWH8av9jw4cwf/F5HVRQ=",
        "optout@example.com|DYsnJ8r5+cjRDHue98gIGDKvLIMuqAm/RRLODrjqK50=",
        "d6117306485ed0e50afab3ac871e98f81699151f30281527d63ff5f233656c69|1hFzBkhe0OUK+rOshx6Y+BaZFR8wKBUn1j/18jNlbGk=",
        "D6117306485ED0E50AFAB3AC871E98F81699151F30281527D63FF5F233656C69|1hFzBkhe0OUK+rOshx6Y+BaZFR8wKBUn1j/18jNlbGk=",
        "1hFzBkhe0OUK+rOshx6Y+BaZFR8wKBUn1j/18jNlbGk=|1hFzBkhe0OUK+rOshx6Y+BaZFR8wKBUn1j/18jNlbGk="
      })
  void e_mails_are_hashed_as_the_operator_hashes_them(String email, String hash) {
    assertThat(asked(Samples.order().with("email", email))).containsExactly("e:" + hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-at-sign",
        "a@b@c.com",
        "@example.com",
        "jane@",
        "+tag@gmail.com",
        "...@gmail.com",
        "jane@localhost"
      })
  void what_is_no_address_is_reported(String email) {
    Mapped mapped = Samples.run().map(Samples.order().with("email", email).with("tdid", GUID));

    assertThat(notices(mapped)).containsExactly(Code.BAD_EMAIL);
    assertThat(rejected(mapped("email", email))).containsExactly(Code.MISSING_IDENTITY);
  }

  private static final String GUID = "a9342d1f-69f1-4bf8-bc2b-1f20eb451f21";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(206) 555-0142|US|4P+yoCYLtmqhIutEnPSmszf1q/QF70Y0HwLi50UsGeU=",
        "206.555.0142|US|4P+yoCYLtmqhIutEnPSmszf1q/QF70Y0HwLi50UsGeU=",
        "+1 206 555 0142|US|4P+yoCYLtmqhIutEnPSmszf1q/QF70Y0HwLi50UsGeU=",
        "tel:+1-206-555-0142|US|4P+yoCYLtmqhIutEnPSmszf1q/QF70Y0HwLi50UsGeU=",
        "206-555-0142 x12|US|4P+yoCYLtmqhIutEnPSmszf1q/QF70Y0HwLi50UsGeU=",
        "\uFF0B\uFF11\uFF12\uFF10\uFF16\uFF15\uFF15\uFF15\uFF10\uFF11\uFF14\uFF12|US|4P+yoCYLtmqhIutEnPSmszf1q/QF70Y0HwLi50UsGeU=",
        "011 44 20 7946 0958|US|8L8CKBRNn+K98dotjKaY8XvxQQ7miLB1wnBi5HtvC20=",
        "+44 (0)20 7946 0958|US|8L8CKBRNn+K98dotjKaY8XvxQQ7miLB1wnBi5HtvC20=",
        "020 7946 0958|GB|8L8CKBRNn+K98dotjKaY8XvxQQ7miLB1wnBi5HtvC20=",
        "+39 06 698 12345|US|amPPj+vNfMv1ttv8J9xYySR9/Ibk2kpm1XS6ruWjFgs=",
        "0491 570 006|AU|hYZYBT0uEit9nd7y9l5C5zjnQhvjK3qR3zWus+j8zo8=",
        "1 (234) 567-8901|US|EObwtHBUqDNZR33LNSMdtt5cafsYFuGmuY4ZLenlue4=",
        "+49 30 901820|US|TbWCmSTuXEZsvZrGmypq9Sf3WGFPo7OuyMibFqcJpng="
      })
  void phones_are_hashed_with_their_plus(String phone, String region, String hash) {
    TestRows rows = Samples.order().with("email", null).with("phone", phone);
    Event event = Samples.run().set("default_phone_region", region).map(rows).events().get(0);

    assertThat(Samples.map(Samples.run(), rows).wanted(event)).containsExactly("p:" + hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "555-0142",
        "0000000000",
        "9999999999",
        "+1 123 456 7890",
        "n/a",
        "+47 2212345",
        "+1234567890123456"
      })
  void what_is_no_phone_is_reported(String phone) {
    assertThat(notices(mapped("phone", phone))).containsExactly(Code.BAD_PHONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"USA", "us", "United States", "U.S."})
  void countries_go_as_three_letters(String country) {
    TestRows rows = Samples.order().with("country", country).with("region", "WA");
    assertThat(Samples.item(rows)).contains("\"Country\":\"USA\",\"Region\":\"WA\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UK", "GBR", "gb"})
  void other_countries_are_not_allowed_unless_set(String country) {
    TestRows rows = Samples.order().with("country", country).with("region", "Kent");

    assertThat(rejected(Samples.run().map(rows))).containsExactly(Code.COUNTRY_NOT_ALLOWED);
    assertThat(Samples.items(Samples.run().set("allowed_countries", ""), rows).get(0))
        .contains("\"Country\":\"GBR\",\"Region\":\"Kent\"");
    assertThat(Samples.run().set("identity_scope", "EUID").map(rows).rejected()).isEmpty();
  }

  @Test
  void an_unknown_country_is_left_out() {
    Mapped mapped = mapped("country", "Narnia");

    assertThat(notices(mapped)).containsExactly(Code.BAD_COUNTRY);
    assertThat(item("country", "Narnia")).doesNotContain("Country");
  }

  @ParameterizedTest
  @ValueSource(strings = {"California", "ca", "CA"})
  void american_states_go_as_two_letters(String region) {
    TestRows rows = Samples.order().with("country", "USA").with("region", region);
    assertThat(Samples.item(rows)).contains("\"Region\":\"CA\"");
  }

  @Test
  void a_country_without_region_is_left_out() {
    assertThat(notices(mapped("country", "USA"))).containsExactly(Code.REGION_REQUIRED);
    assertThat(item("country", "USA")).doesNotContain("Country");
  }

  @ParameterizedTest
  @CsvSource({"1234.5,1234.50", "1.2345E3,1234.50", "0,0.00", "64.305,64.31"})
  void values_have_the_digits_of_their_currency(String value, String sent) {
    assertThat(item("value", value)).contains("\"Value\":\"" + sent + "\"");
  }

  @Test
  void a_negative_value_is_a_return() {
    assertThat(rejected(mapped("value", "-5"))).containsExactly(Code.RETURN_OR_CANCELLATION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"free", "$64.30", "1,234.50", "(5.00)"})
  void a_value_that_must_be_guessed_is_refused(String value) {
    assertThat(rejected(mapped("value", value))).containsExactly(Code.BAD_VALUE);
  }

  @Test
  void currencies_are_capital_codes() {
    assertThat(item("valuecurrency", " usd ")).contains("\"ValueCurrency\":\"USD\"");
    assertThat(rejected(mapped("valuecurrency", "US"))).containsExactly(Code.BAD_CURRENCY);
    assertThat(rejected(mapped("valuecurrency", "XXZ"))).containsExactly(Code.BAD_CURRENCY);
  }

  private static TestRows line(String column, String value) {
    return Samples.order().with("item_code", "A").with(column, value);
  }

  @Test
  void a_price_may_begin_with_one_currency_sign() {
    assertThat(Samples.item(line("price", "$9.99"))).contains("\"price\":\"9.99\"");
    assertThat(Samples.item(line("price", "\u20AC 9.99"))).contains("\"price\":\"9.99\"");
    assertThat(Samples.item(line("price", "$1,299.00")))
        .contains("\"LineItems\":[{\"item_code\":\"A\"}]");
    assertThat(notices(Samples.run().map(line("price", "$1,299.00"))))
        .containsExactly(Code.BAD_PRICE);
    assertThat(notices(Samples.run().map(line("price", "$-1")))).containsExactly(Code.BAD_PRICE);
  }

  @Test
  void quantities_are_whole() {
    assertThat(Samples.item(line("qty", "10"))).contains("\"qty\":\"10\"");
    assertThat(Samples.item(line("qty", "10.0"))).contains("\"qty\":\"10\"");
    assertThat(notices(Samples.run().map(line("qty", "1.5")))).containsExactly(Code.BAD_QUANTITY);
    assertThat(notices(Samples.run().map(line("qty", "0")))).containsExactly(Code.BAD_QUANTITY);
  }

  @Test
  void event_names_are_twelve() {
    assertThat(item("eventname", "Purchase")).contains("\"EventName\":\"purchase\"");
    assertThat(item("eventname", "add_to_cart")).contains("\"EventName\":\"addtocart\"");
    assertThat(rejected(mapped("eventname", "donate"))).containsExactly(Code.BAD_EVENT_NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-18 15:09:26.000 UTC,2026-11-18T15:09:26Z",
    "1795014566,2026-11-18T15:09:26Z",
    "2026-11-18T07:09:26-08:00,2026-11-18T15:09:26Z",
    "2026-11-18T15:09:26.231Z,2026-11-18T15:09:26.231Z"
  })
  void times_are_in_utc_with_milliseconds_where_there_are_some(String time, String sent) {
    assertThat(item("timestamp", time)).contains("\"TimestampUtc\":\"" + sent + "\"");
  }

  @Test
  void twenty_five_days_are_taken_and_not_a_second_more() {
    assertThat(rejected(mapped("timestamp", "2026-10-26T12:00:00Z"))).isEmpty();
    assertThat(rejected(mapped("timestamp", "2026-10-26T11:59:59Z")))
        .containsExactly(Code.EVENT_TOO_OLD);
    assertThat(rejected(mapped("timestamp", "2026-11-20T12:05:00Z"))).isEmpty();
    assertThat(rejected(mapped("timestamp", "2026-11-20T12:05:01Z")))
        .containsExactly(Code.EVENT_IN_FUTURE);
    assertThat(rejected(mapped("timestamp", "11/18/2026"))).containsExactly(Code.BAD_TIMESTAMP);
  }

  @Test
  void a_long_order_id_goes_as_its_hash() {
    String id = "A".repeat(70);

    assertThat(item("orderid", id))
        .contains("01d3a187638cc1a7740a74fbeb57aa2648dbdec42d497321912bf393d283ccd1");
    assertThat(notices(mapped("orderid", id))).containsExactly(Code.ORDER_ID_HASHED);
    assertThat(item("orderid", "A".repeat(64))).contains("\"OrderId\":\"AAAA");
  }

  @Test
  void a_slot_holds_sixty_four_characters() {
    assertThat(item("td3", "\u00E9".repeat(65)))
        .contains("\"TD3\":\"" + "\u00E9".repeat(64) + "\"");
    assertThat(notices(mapped("td3", "\u00E9".repeat(65)))).containsExactly(Code.VALUE_TRUNCATED);
    assertThat(notices(mapped("td3", "\u00E9".repeat(64)))).isEmpty();
  }

  @Test
  void a_device_goes_plain_in_lower_case() {
    TestRows rows = Samples.order().with("email", null);
    assertThat(Samples.item(rows.with("daid", "A9342D1F-69F1-4BF8-BC2B-1F20EB451F21")))
        .startsWith("{\"DAID\":\"" + GUID + "\",");
    assertThat(notices(mapped("daid", "00000000-0000-0000-0000-000000000000")))
        .containsExactly(Code.BAD_DEVICE_ID);
  }
}
