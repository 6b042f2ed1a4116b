package dev.footfall.destinations.criteo;

import static dev.footfall.destinations.criteo.Sales.cell;
import static dev.footfall.destinations.criteo.Sales.row;
import static dev.footfall.destinations.criteo.Sales.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.CanonicalSample;
import dev.footfall.destinations.contract.Mapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single fields, as Criteo wants them. */
class VectorTest {
  private static final String MD5 = "674237cbf6c2a318446c9f2caa968139";
  private static final String SHA_OF_MD5 =
      "c30e7d9507da6ccf8ff948fff60f89024d072229fe61ca4320721111c3c338d7";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        " Ava.Stone+news@Example.com"
            + " |67a89a12852496e22c7dc666170c7d4c23f858c235da849d7f4588edb904f448",
        "AVA.STONE@GMAIL.COM|41c4c61c38de3664f274757a4ee73e22efda9a3ac794cf01b727ef28dcc44be8",
        "ava.stone+x@gmail.com|525252913677c532bc5d3003d501be46881e40dccded8ce0ba7c2df08ba23b0b",
        "JÖRG@BÜCHER.example|ac740d2d12fbac869cdcb7b9d97a0abb131a2fcf19a3fdb98df2990082106bb6",
        "542D240129883C019E106E3B1B2D3F3CB3537C43C425364DE8E951D5A3083345"
            + "|542d240129883c019e106e3b1b2d3f3cb3537c43c425364de8e951d5a3083345",
        "\u00a0mailto:ava@example.com|3c1be12adaf645e5e7e2d2dd13f9c38328526d457adad7a5647c82c10aec69cb"
      })
  void an_address_is_hashed(String email, String hash) {
    assertThat(cell(SaleColumn.USER_KEY_1, "user_key_1", email)).isEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ava stone@example.com", "ava@example", "null"})
  void what_is_no_address_is_left_out(String email) {
    Mapped mapped = run().map(row("user_key_1", email));

    assertThat(mapped.text(0)).startsWith(",,C-77120,customer_ID,");
    assertThat(mapped.droppedCodes()).containsExactly(Code.BAD_EMAIL);
  }

  @ParameterizedTest
  @CsvSource({
    "md5,Ava@Example.com," + MD5,
    "sha256_of_md5,Ava@Example.com," + SHA_OF_MD5,
    "sha256_of_md5," + MD5 + "," + SHA_OF_MD5
  })
  void older_graphs_have_other_hashes(String kind, String email, String hash) {
    Mapped mapped = run().set("email_hash", kind).map(row("user_key_1", email));

    assertThat(cell(mapped, SaleColumn.USER_KEY_1)).isEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource({"sha256," + MD5, "md5," + SHA_OF_MD5})
  void a_hash_of_another_kind_is_left_out(String kind, String hash) {
    Mapped mapped = run().set("email_hash", kind).map(row("user_key_1", hash));

    assertThat(mapped.text(0)).startsWith(",,C-77120,");
    assertThat(mapped.droppedCodes()).containsExactly(Code.HASH_NOT_CONVERTIBLE);
  }

  @Test
  void customer_ids_are_hashed_when_asked_and_keep_their_case() {
    Mapped mapped = run().set("hash_customer_id", "true").map(row("user_key_2", " C-77120 "));

    assertThat(cell(mapped, SaleColumn.USER_KEY_2))
        .isEqualTo("320ea2682a11463443770c9c4f2d7dd2e7d43680454fb01e9957ce93bd233723");
    assertThat(cell(SaleColumn.USER_KEY_2, "user_key_2", " C-77120 ")).isEqualTo("C-77120");
  }

  @Test
  void a_type_without_a_key_is_not_written() {
    Mapped mapped = run().map(row("user_key_2", " ", "user_key_type_2", "customer_ID"));

    assertThat(cell(mapped, SaleColumn.USER_KEY_2)).isEmpty();
    assertThat(cell(mapped, SaleColumn.USER_KEY_TYPE_2)).isEmpty();
  }

  @Test
  void an_address_as_second_key_is_hashed_too() {
    assertThat(cell(SaleColumn.USER_KEY_2, "user_key_2", "A@b.co", "user_key_type_2", "Email"))
        .matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-19 15:09:26.500 UTC", "2026-11-19T07:09:26-08:00", "1795100966"})
  void times_are_written_in_utc_without_fractions(String time) {
    assertThat(cell(SaleColumn.EVENT_TIME, "event_time", time)).isEqualTo("2026-11-19T15:09:26Z");
  }

  @Test
  void a_time_without_zone_is_read_in_the_configured_one() {
    Mapped mapped =
        run().set("timezone", "America/New_York").map(row("event_time", "2026-11-19 10:09:26"));

    assertThat(cell(mapped, SaleColumn.EVENT_TIME)).isEqualTo("2026-11-19T15:09:26Z");
  }

  @ParameterizedTest
  @CsvSource({
    "1234.5,USD,1234.50",
    "' 1234.50 ',USD,1234.50",
    "1.2345E3,USD,1234.50",
    "39.805,USD,39.81",
    "1980.4,JPY,1980",
    "1.2345,KWD,1.235",
    "0,USD,0.00"
  })
  void amounts_have_their_currencys_digits(String value, String currency, String written) {
    assertThat(cell(SaleColumn.PRODUCT_VALUE, "product_value", value, "currency", currency))
        .isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"39.80,2,19.90", "10.00,3,3.33"})
  void totals_become_unit_prices_when_asked(String value, String quantity, String written) {
    Mapped mapped =
        run()
            .set("product_value_sent", "unit_price")
            .map(row("product_value", value, "product_quantity", quantity));

    assertThat(cell(mapped, SaleColumn.PRODUCT_VALUE)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"2,2", "2.0,2", "'',1"})
  void quantities_are_whole(String quantity, String written) {
    assertThat(cell(SaleColumn.PRODUCT_QUANTITY, "product_quantity", quantity)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"' usd ',USD", "'',USD"})
  void currencies_are_capitals(String currency, String written) {
    assertThat(cell(SaleColumn.CURRENCY, "currency", currency)).isEqualTo(written);
  }

  @Test
  void product_ids_keep_leading_zeros() {
    assertThat(cell(SaleColumn.CONTENT_IDS, "content_ids", " 00123 ")).isEqualTo("00123");
  }

  @Test
  void special_characters_stand_in_quotes() {
    assertThat(run().map(row("store_id", "5\" pipe")).text(0)).contains(",\"5\"\" pipe\",");
    assertThat(run().map(row("store_id", "Pier 9, North")).text(0)).contains(",\"Pier 9, North\",");
  }

  @Test
  void canonical_prices_become_line_totals() {
    Mapped mapped = run().at("2026-11-21T06:00:00Z").canonical().map(CanonicalSample.rows());

    assertThat(mapped.text(0)).contains(",SKU-RED-42,39.98,2,store-17,USD");
  }
}
