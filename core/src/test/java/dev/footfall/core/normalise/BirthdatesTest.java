package dev.footfall.core.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.normalise.Birthdates.Order;
import org.junit.jupiter.api.Test;

class BirthdatesTest {
  @Test
  void slashes_are_month_first_and_dots_day_first() {
    Rule rule = Rule.of(Birthdates.basic(Birthdates.usual()));
    rule.gives(
        "19970216",
        "01acdbf6ec7b4f478a225f1a246e5d6767eeab1a7ffa17f025265b5b94f40f0c",
        "2/16/1997",
        "1997-02-16",
        "19970216",
        "1997/02/16",
        "16.02.1997",
        "1997-02-16T00:00:00Z",
        "1997-02-16 00:00:00.000",
        "1997-02-16Z",
        "1997-02-16+02:00");
    rule.refuses("02/30/1997", "16/02/1997", "1899-12-31", "2030-01-01", "Feb 16 1997");
    rule.refuses("1997-2-16", "97-02-16", "1997-02-16x", "1997-02", "19970230", "-1997-02-16");
  }

  @Test
  void slashes_follow_the_order_asked_for() {
    Rule american = Rule.of(Birthdates.basic(Birthdates.slashes(Order.MDY)));
    american.gives(
        "19900704",
        "ab76a422ac8223f4dc26821ade87ad3942389a82d4440b4c500a4f36795b1004",
        "1990-07-04",
        "19900704",
        "7/4/1990",
        "1990/07/04",
        "1990.07.04",
        "1990-07-04T00:00:00Z");
    american.gives(
        "19900413",
        "2f21bf90ae5579a8e5cdb4a994c387d758e77575d74b525c4e63df29d9f96d09",
        "04/13/1990");
    american.refuses("13/04/1990", "90-07-04", "1990-02-30", "1899-12-31", "2026-11-22");
    american.refuses("04.07.1990");
    assertThat(american.of("2026-11-21")).contains("20261121");
    Rule european = Rule.of(Birthdates.basic(Birthdates.slashes(Order.DMY)));
    assertThat(european.of("13/04/1990")).contains("19900413");
  }

  @Test
  void dots_may_follow_the_same_order_as_slashes() {
    String hash = "ecc12b2987b5635419f34418f44851a1b2ff544ebd9f54318271031740c763d8";
    Rule.of(Birthdates.basic(Birthdates.slashesAndDots(Order.MDY)))
        .gives("19880409", hash, "1988-04-09", "19880409", "04/09/1988");
    Rule european = Rule.of(Birthdates.basic(Birthdates.slashesAndDots(Order.DMY)));
    european.gives("19880409", hash, "09.04.1988");
    european.refuses("4/9/88", "1988-13-01", "2030-01-01");
  }

  @Test
  void date_may_be_written_with_hyphens() {
    Rule rule = Rule.of(Birthdates.extended(Birthdates.anySign(Order.MDY)));
    assertThat(rule.of("02-29-1988")).contains("1988-02-29");
    assertThat(rule.of("1988-02-29")).contains("1988-02-29");
    assertThat(rule.of("19880229")).contains("1988-02-29");
    rule.refuses("29/02/1988", "1988-02-30", "88-02-29");
  }
}
