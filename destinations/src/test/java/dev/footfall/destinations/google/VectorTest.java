package dev.footfall.destinations.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as Google wants them, and values that it is spared. */
class VectorTest {
  @ParameterizedTest(name = "{0} {2} in {1}")
  @CsvFileSource(
      resources = "vectors.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void a_value_is_hashed_as_google_wants_it(
      String column, @Nullable String country, String value, String expected) {
    Mapped mapped =
        Samples.dataManager().map(Samples.click().with("country", country).with(column, value));

    assertThat(mapped.droppedCodes()).isEmpty();
    JsonNode identifiers = mapped.event().at("/userData/userIdentifiers");
    assertThat(identifiers).hasSize(1);
    String key = column.equals("email") ? "emailAddress" : "phoneNumber";
    assertThat(identifiers.get(0).path(key).asText()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "email,+@gmail.com,BAD_EMAIL",
    "email,...@gmail.com,BAD_EMAIL",
    "email,quinn,BAD_EMAIL",
    "email,@example.com,BAD_EMAIL",
    "phone,555-1212,BAD_PHONE",
    "phone,000-000-0000,BAD_PHONE",
    "phone,n/a,BAD_PHONE",
    "phone,+999123456789,BAD_PHONE",
    "gbraid,short,FIELD_DROPPED",
    "customer_type,old,FIELD_DROPPED",
    "conversion_environment,till,FIELD_DROPPED",
    "event_source,moon,FIELD_DROPPED",
    "user_ip_address,8.8.8.8,FIELD_DROPPED"
  })
  void a_value_that_cannot_be_meant_is_left_out(String column, String value, String code) {
    Mapped mapped = Samples.dataManager().map(Samples.click().with(column, value));

    assertThat(mapped.droppedCodes()).extracting(Enum::name).containsExactly(code);
    assertThat(mapped.event().path("userData").isMissingNode()).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "given_name, Mrs. Ada   ,fdee430d40bd57deeac186cd9790033d0f06f909a8806e7ce6e717ab7c7d5029",
        "surname,O'Brien,b4cb6cb33fe4b865868de825023a1e2790dc12ac01ecc8d7c5afe8254071c8ba",
        "surname,Quinn-Alex,1eb45891d7f84b0df73fd8dbbcf86cfaa87e521553b5fcb30cc9e78d8130dbe2",
        "surname,Valéry,08e1996b5dd49e62a4b4c010d44e4345592a863bb9f8e3976219bac29417149c",
        "surname,Boardds,ed2ce2a4fb1081fcf78fb168f1b7ddd1fa60e5b148b16e58c52ddc668e0b5e8a",
        "country,us,US",
        "country,United States,US",
        "country,GBR,GB",
        "country,UK,GB",
        "postal,SW1A 1AA,SW1A 1AA",
        "postal,1229-076,1229-076"
      })
  void a_file_holds_names_hashed_and_places_plain(String column, String value, String expected) {
    Mapped mapped = Samples.file().map(Samples.order().with(column, value));

    assertThat(mapped.text(0)).contains("," + expected + ",");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2026-11-20T13:05:00-05:00,2026-11-20 18:05:00",
    "1795197900,2026-11-20 18:05:00",
    "1795197900000,2026-11-20 18:05:00",
    "2026-11-20 18:05:00,2026-11-20 18:05:00",
    "2026-11-20 18:05:00.987+00:00,2026-11-20 18:05:00",
    "1795190000,2026-11-20 15:53:20"
  })
  void a_time_is_written_in_utc_without_fractions(String time, String expected) {
    Mapped ads = Samples.ads().map(Samples.order().with("timestamp", time));
    Mapped dataManager = Samples.dataManager().map(Samples.order().with("timestamp", time));

    assertThat(ads.event().path("conversionDateTime").asText()).isEqualTo(expected + "+00:00");
    assertThat(dataManager.event().path("eventTimestamp").asText())
        .isEqualTo(expected.replace(' ', 'T') + "Z");
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "surname,'quinn, jr.,"
            + " dds',c512ca0c5c1e71be19f3356821e56732b5fb3ac894b0dbc5846d0b6920106fb3",
        "surname,', Jr. ',-",
        "country,USA,US",
        "country,XX,-",
        "postal,94105-1234,94105"
      })
  void a_file_holds_what_is_left_of_names_and_places(
      String column, String value, @Nullable String expected) {
    TestRows rows = Samples.order().with(column, value);
    Mapped mapped = Samples.file().map(column.equals("postal") ? rows.with("country", "US") : rows);

    if (expected == null) {
      assertThat(mapped.text(0)).isEqualTo(Samples.file().map(Samples.order()).text(0));
    } else {
      assertThat(mapped.text(0)).contains("," + expected + ",");
    }
  }

  @Test
  void prices_are_added_up_exactly_and_rounded_once() {
    TestRows rows =
        Samples.order()
            .with("unit_price", "19.99")
            .with("quantity", "2")
            .and(Samples.order().with("unit_price", "33.333333333").with("quantity", "1"));

    assertThat(Samples.dataManager().map(rows).text(0)).contains("\"conversionValue\":73.31,");
  }

  @Test
  void a_wbraid_leaves_for_a_gclid_and_numbers_of_merchants_stay() {
    TestRows click = Samples.click().with("wbraid", "wbraid_0123456789");
    assertThat(Samples.dataManager().map(click).event().path("adIdentifiers").toString())
        .isEqualTo("{\"gclid\":\"" + Samples.GCLID + "\"}");

    TestRows shop = Samples.order().with("product_id", "p1").with("merchant_id", "123456");
    assertThat(Samples.dataManager().map(shop).event().at("/cartData/merchantId").asText())
        .isEqualTo("123456");
  }

  @Test
  void consent_is_passed_on_as_google_spells_it() {
    TestRows rows = Samples.order().with("ad_user_data", "granted");

    assertThat(Samples.dataManager().map(rows).text(0)).contains("CONSENT_GRANTED");
    assertThat(Samples.ads().map(rows).event().at("/consent/adUserData").asText())
        .isEqualTo("GRANTED");
  }

  @Test
  void an_event_has_64_kib_at_most() {
    for (TestRun run : List.of(Samples.dataManager(), Samples.ads())) {
      assertThat(Samples.sent(run, 1).delivery().limits().eventBytes()).isEqualTo(64 * 1024);
    }
  }

  @Test
  void a_date_alone_is_midnight_and_said() {
    Mapped mapped = Samples.dataManager().map(Samples.order().with("timestamp", "2026-11-20"));

    assertThat(mapped.droppedCodes()).containsExactly(Code.DATE_ONLY_TIMESTAMP);
    assertThat(mapped.event().path("eventTimestamp").asText()).isEqualTo("2026-11-20T00:00:00Z");
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "country,XX,BAD_COUNTRY",
    "postal,941,BAD_POSTAL_CODE",
    "postal,2139,BAD_POSTAL_CODE",
    "postal,94105-12,BAD_POSTAL_CODE",
    "postal,ABCDE,BAD_POSTAL_CODE",
    "surname,', Jr. ',FIELD_DROPPED"
  })
  void a_name_or_place_that_is_none_leaves_its_cell_empty(String column, String value, Code code) {
    TestRows rows = Samples.order().with("country", "US").with("postal", "94105");
    Mapped mapped = Samples.file().map(rows.with(column, value));

    assertThat(mapped.events()).hasSize(1);
    assertThat(mapped.droppedCodes()).containsExactly(code);
    assertThat(mapped.text(0)).doesNotContain("," + value + ",").doesNotContain(",00941,");
  }
}
