package dev.footfall.destinations.braze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Text;
import dev.footfall.destinations.contract.Mapped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that Braze has no field for: each type as JSON, and every value in one spelling. */
class CustomAttributeTest {
  @Test
  void arrays_and_objects_keep_their_type_and_objects_lose_their_nulls() {
    assertThat(value(List.of("b", "a"))).isEqualTo("[\"b\",\"a\"]");
    assertThat(value(Map.of("b", 1))).isEqualTo("{\"b\":1}");
    assertThat(
            Samples.object(
                Samples.attributes()
                    .set("json_columns", "X")
                    .map(Samples.one("x", "{\"b\":1.50,\"a\":null,\"c\":1e2}"))
                    .events()
                    .get(0)))
        .contains("\"x\":{\"b\":1.5,\"c\":100}");
  }

  @Test
  void text_that_should_be_json_and_is_not_is_left_out() {
    Mapped mapped = Samples.attributes().set("json_columns", "x").map(Samples.one("x", "{"));

    assertThat(mapped.dropped()).extracting(Mapped.Line::code).containsExactly(Code.BAD_VALUE);
  }

  @Test
  void an_array_is_cut_to_a_hundred_elements() {
    List<Integer> many = IntStream.range(0, 120).boxed().toList();
    Mapped mapped = Samples.attributes().map(Samples.one("x", many));

    assertThat(Samples.object(mapped.events().get(0))).contains(",99]").doesNotContain("100");
    assertThat(mapped.dropped())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.ARRAY_TRUNCATED);
  }

  @Test
  void long_texts_and_large_numbers_are_noted() {
    assertThat(Samples.attributes().map(Samples.one("x", "y".repeat(256))).dropped())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.VALUE_MAY_BE_TRUNCATED);
    assertThat(Samples.attributes().map(Samples.one("x", Long.MAX_VALUE)).dropped())
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
  void an_object_has_one_order_of_names_and_no_member_without_a_value() {
    assertThat(sha256(value(Map.of("b", 1, "a", 2)))).isEqualTo(sha256("{\"a\":2,\"b\":1}"));
    assertThat(json("{\"b\":1,\"a\":null}")).isEqualTo("{\"b\":1}");
    assertThat(json("{\"b\":{\"d\":1,\"c\":[{\"f\":1,\"e\":2}]}}"))
        .isEqualTo("{\"b\":{\"c\":[{\"e\":2,\"f\":1}],\"d\":1}}");
  }

  @Test
  void what_is_no_number_is_left_out() {
    Mapped mapped = Samples.attributes().map(Samples.one("x", Double.NaN));

    assertThat(Samples.object(mapped.events().get(0))).doesNotContain("\"x\"");
    assertThat(mapped.dropped()).extracting(Mapped.Line::code).containsExactly(Code.BAD_VALUE);
  }

  private static String json(String text) {
    return value(Samples.attributes().set("json_columns", "x").map(Samples.one("x", text)));
  }

  private static String value(Object value) {
    return value(Samples.attributes().map(Samples.one("x", value)));
  }

  private static String value(Mapped mapped) {
    String object = Samples.object(mapped.events().get(0));
    return object.substring(object.indexOf("\"x\":") + 4, object.length() - 1);
  }

  private static String sha256(String text) {
    byte[] hex = new byte[Sha256.HEX];
    byte[] bytes = Text.utf8(text);
    Sha256.ofThread().hexInto(bytes, bytes.length, hex, 0);
    return new String(hex, StandardCharsets.US_ASCII);
  }
}
