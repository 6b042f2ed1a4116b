package dev.footfall.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  private static boolean reads(String text, Decimal target) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return target.parse(bytes, 0, bytes.length);
  }

  private static String written(Decimal value) {
    byte[] bytes = new byte[value.maxWidth()];
    return new String(bytes, 0, value.write(bytes, 0), StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "12,12",
    "-0.5,-0.5",
    "+3,3",
    ".5,0.5",
    "5.,5",
    "1.2E1,12",
    "1e-3,0.001",
    " 7 ,7",
    "0.10,0.10",
    "123456789012345678901234567890.5,123456789012345678901234567890.5"
  })
  void plain_numbers_are_read_exactly(String text, String wanted) {
    Decimal value = new Decimal();

    assertThat(reads(text, value)).isTrue();
    assertThat(written(value)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1,234.00",
        "$5",
        "1.2.3",
        "--1",
        "NaN",
        "Infinity",
        "0x10",
        "1e9999",
        "e5",
        ".",
        "-",
        "1 2",
        "١"
      })
  void anything_else_is_no_number(String text) {
    assertThat(reads(text, new Decimal())).isFalse();
  }

  @Test
  void a_double_becomes_its_shortest_decimal() {
    Decimal value = new Decimal();

    assertThat(value.set(0.1)).isTrue();
    assertThat(written(value.strip())).isEqualTo("0.1");
    assertThat(value.set(Double.NaN)).isFalse();
    assertThat(value.set(Double.POSITIVE_INFINITY)).isFalse();
  }

  @Property
  void a_double_reads_as_java_prints_it(@ForAll double number) {
    Decimal value = new Decimal();

    assertThat(value.set(number)).isTrue();
    assertThat(value.toBigDecimal()).isEqualByComparingTo(new BigDecimal(Double.toString(number)));
  }

  @Property
  void prices_as_doubles_read_as_java_prints_them(@ForAll @IntRange(min = 0) int cents) {
    Decimal value = new Decimal();
    value.set(cents / 100.0);

    assertThat(value.toBigDecimal())
        .isEqualByComparingTo(new BigDecimal(Double.toString(cents / 100.0)));
  }

  @Property
  void sums_and_products_are_those_of_big_decimal(
      @ForAll @Scale(6) BigDecimal a, @ForAll @Scale(4) BigDecimal b) {
    assertThat(new Decimal().set(a).add(new Decimal().set(b)).toBigDecimal())
        .isEqualByComparingTo(a.add(b));
    assertThat(new Decimal().set(a).multiply(new Decimal().set(b)).toBigDecimal())
        .isEqualByComparingTo(a.multiply(b));
    assertThat(new Decimal().set(a).compareWith(new Decimal().set(b))).isEqualTo(a.compareTo(b));
  }

  @Property
  void quotients_are_those_of_big_decimal(
      @ForAll @Scale(6) BigDecimal a,
      @ForAll @Scale(4) BigDecimal b,
      @ForAll @IntRange(max = 6) int digits) {
    BigDecimal divisor = b.signum() == 0 ? BigDecimal.TEN : b;

    assertThat(new Decimal().set(a).divide(new Decimal().set(divisor), digits).toBigDecimal())
        .isEqualTo(a.divide(divisor, digits, RoundingMode.HALF_UP));
  }

  @Property
  void quotients_of_any_longs_are_those_of_big_decimal(
      @ForAll long a,
      @ForAll long b,
      @ForAll @IntRange(max = 18) int scale,
      @ForAll @IntRange(max = 9) int digits) {
    Decimal divisor = new Decimal().set(b == 0 ? 1 : b, 18 - scale);

    assertThat(new Decimal().set(a, scale).divide(divisor, digits).toBigDecimal())
        .isEqualTo(
            BigDecimal.valueOf(a, scale)
                .divide(divisor.toBigDecimal(), digits, RoundingMode.HALF_UP));
  }

  @Property
  void rounding_is_half_up(@ForAll @Scale(7) BigDecimal a, @ForAll @IntRange(max = 6) int digits) {
    Decimal rounded = new Decimal().set(a).round(digits);

    assertThat(rounded.toBigDecimal()).isEqualTo(a.setScale(digits, RoundingMode.HALF_UP));
    assertThat(written(rounded))
        .isEqualTo(a.setScale(digits, RoundingMode.HALF_UP).toPlainString());
  }

  @Property
  void the_ceiling_is_that_of_big_decimal(@ForAll @Scale(3) BigDecimal a) {
    BigDecimal small = a.remainder(BigDecimal.valueOf(1_000_000));

    assertThat(new Decimal().set(small).ceiling())
        .isEqualTo(small.setScale(0, RoundingMode.CEILING).longValueExact());
  }

  @Property
  void a_double_is_the_shortest_decimal_that_names_it(@ForAll double value) {
    Decimal decimal = new Decimal();

    assertThat(decimal.set(value)).isEqualTo(!Double.isNaN(value) && !Double.isInfinite(value));
    assertThat(decimal.toBigDecimal()).isEqualByComparingTo(new BigDecimal(Double.toString(value)));
  }

  @Property
  void a_limit_cuts_what_a_rounding_would(
      @ForAll @Scale(8) BigDecimal number, @ForAll @IntRange(max = 8) int digits) {
    Decimal limited = new Decimal().set(number);

    assertThat(limited.limit(digits).toBigDecimal())
        .isEqualByComparingTo(number.setScale(digits, RoundingMode.HALF_UP));
  }
}
