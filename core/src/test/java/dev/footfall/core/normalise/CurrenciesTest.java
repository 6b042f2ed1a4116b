package dev.footfall.core.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurrenciesTest {
  @Test
  void currency_is_found_in_any_case_with_its_digits() {
    assertThat(Currencies.find("usd")).contains(new Currency("USD", 2));
    assertThat(Currencies.find("JPY")).contains(new Currency("JPY", 0));
    assertThat(Currencies.find("Kwd")).contains(new Currency("KWD", 3));
    assertThat(Currencies.find("XOF")).contains(new Currency("XOF", 0));
    assertThat(Currencies.find("XCG")).contains(new Currency("XCG", 2));
  }

  @Test
  void currency_withdrawn_within_two_years_is_still_known() {
    assertThat(Currencies.find("BGN")).contains(new Currency("BGN", 2));
    assertThat(Currencies.find("ANG")).contains(new Currency("ANG", 2));
    assertThat(Currencies.find("HRK")).isEmpty();
    assertThat(Currencies.find("DEM")).isEmpty();
  }

  @Test
  void test_codes_metals_and_funds_are_no_currencies() {
    for (String code : new String[] {"XXX", "XTS", "XAU", "XDR", "CLF", "USN", "MXV"}) {
      assertThat(Currencies.find(code)).as(code).isEmpty();
    }
  }

  @Test
  void anything_else_is_no_currency() {
    for (String text : new String[] {"US$", "XXQ", "", "US", "USDT", "€", "U D", "[@`", "ＵＳＤ"}) {
      assertThat(Currencies.find(text)).as(text).isEmpty();
    }
  }
}
