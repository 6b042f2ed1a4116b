package dev.footfall.core.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostalCodesTest {
  private static final String Z02139 =
      "37ee873de5c1aa94b4bd802ad204de983c221f35fc2c0c28259232eb329f36bf";

  @Test
  void american_code_of_letters_and_digits_is_five_digits() {
    Rule rule = Rule.of(PostalCodes.lettersAndDigits());
    String sanFrancisco = "e73ac16e69f060ee98b0fda5f66f48c4648ee26950e9bab3a097389853fd859e";
    rule.in("us").gives("94105", sanFrancisco, "94105-1234", "941051234", "94105", "94105 1234");
    rule.gives("94105", sanFrancisco, "94105-1234");
    rule.in("us").gives("02139", Z02139, "2139");
    rule.gives("02139", Z02139, "02139");
    rule.in("us").refuses("-", "ABCDE", "12", "123456", "12345678", "1234567890", "1");
  }

  @Test
  void code_of_another_country_is_kept() {
    Rule rule = Rule.of(PostalCodes.lettersAndDigits());
    rule.in("gb")
        .gives(
            "m11ae", "1dc694c2070e697769fb959b50671d76cafd430d8ca191fbdd0affcaea344ac5", "M1 1AE");
    rule.in("pt")
        .gives(
            "1229076",
            "0670cf638d2bd0a15baa92ffd81eaf131166681adeee7f3e12ea34099bc30c1b",
            "1229-076",
            "1229\u2013076");
    rule.in("pl")
        .gives(
            "00950", "157c5bb53cacd69115a429c3a9257890995f3410caf57a12e1959f70c7b3fbec", "00-950");
    rule.in("ca")
        .gives(
            "k1a0b1",
            "3e8d74314dc02166b1ea8c7bd8c2357fb3f9898074395b8c57f8799848b4daa1",
            "K1A 0B1");
    rule.in("au")
        .gives("1987", "744b93f9950fc38dad705556931ea48193b99dcb191cc9bd77097f65fbe2f0b8", "1987");
    rule.in("gb").refuses("-", "A");
  }

  @Test
  void code_without_spaces_and_hyphens_serves_as_well() {
    Rule rule = Rule.of(PostalCodes.withoutSpacesAndHyphens());
    rule.gives(
        "95112",
        "b888babfbc5e2d03fd5bdf2b51182aca00a1de23187b779c8455d2f1f19038fd",
        "95112-4417",
        "95112",
        "951124417");
    rule.in("us").gives("02139", Z02139, "2139");
    rule.in("gb")
        .gives(
            "sw1a1aa",
            "830e1d4b9838bab1f5c2acdb23e0b502ff13a9832c4632e8d67a1d43d3b7f614",
            "SW1A 1AA");
  }

  @Test
  void code_of_digits_refuses_letters() {
    Rule rule = Rule.of(PostalCodes.digits());
    rule.gives(
        "98101", "2db72c21b4a69924fa76dc21f062d3efd5abeb0bcda922358e2d7e9127907649", "98101");
    String emeryville = "c884a209ebe08750a7d13db63bd02233b375bd79786cbe329ab11586cc35dead";
    rule.gives("94107", emeryville, "94107-1234");
    rule.in("us").gives("94107", emeryville, "94107-1234");
    rule.in("us")
        .gives("02134", "1f75e2dac5b82521f112e293235aaeeb5dad684c5ede8469c1ec015b22bba44c", "2134");
    rule.in("fr")
        .gives(
            "75008", "90ec8b854deaf7b1a4e042dd5560f41bb54c0c8bea490d467827c51fe710aede", "75008");
    rule.refuses("SW1A 1AA", "K1A 0B1", "1", "12345678901");
    rule.in("us").refuses("12", "123456", "12345678");
    assertThat(rule.in("pt").of("1229-076")).contains("1229076");
  }

  @Test
  void code_as_written_keeps_its_case_and_spaces_outside_america() {
    Rule rule = Rule.of(PostalCodes.asWritten());
    assertThat(rule.in("us").of("94105-1234")).contains("94105");
    rule.in("us").refuses("941", "2139", "94105-12");
    assertThat(rule.in("gb").of("SW1A 1AA")).contains("SW1A 1AA");
    assertThat(rule.in("pt").of("1229-076")).contains("1229-076");
  }
}
