package dev.footfall.core.normalise;

import static dev.footfall.core.normalise.Countries.Code.ALPHA_2_LOWER;
import static dev.footfall.core.normalise.Countries.Code.ALPHA_2_UPPER;
import static dev.footfall.core.normalise.Countries.Code.ALPHA_3;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountriesTest {
  private static final String US =
      "79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621";
  private static final String GB =
      "0b407281768f0e833afef47ed464b6571d01ca4d53c12ce5c51d1462f4ad6677";
  private static final String DE =
      "959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578";

  private final Rule english = Rule.of(Countries.english(ALPHA_2_LOWER));
  private final Rule withNative = Rule.of(Countries.withNativeNames(ALPHA_2_LOWER));

  @Test
  void country_is_found_by_code_and_by_name() {
    for (Rule rule : new Rule[] {english, withNative}) {
      rule.gives("us", US, "US", "usa", "USA", "United States", "U.S.A.", "U.S.", "America");
      rule.gives("gb", GB, "GB", "UK", "GBR", "United Kingdom", "England", "Wales");
      rule.gives("de", DE, "Germany", "DEU");
      rule.gives(
          "kr",
          "d5647005d31dcbb66ff531c5e097544a03558bc538b9c65ee2539594886ffbc0",
          "South Korea",
          "KOR");
      rule.refuses("XX", "EU", "Atlantis", "中国", "-", "");
    }
  }

  @Test
  void native_names_count_only_where_a_contract_lists_them() {
    withNative.gives("de", DE, "Deutschland");
    english.refuses("Deutschland");
  }

  @Test
  void iso_and_jdk_names_and_everyday_names_are_known() {
    assertThat(english.of("Côte d’Ivoire")).contains("ci");
    assertThat(english.of("Bosnia and Herzegovina")).contains("ba");
    assertThat(english.of("Bosnia & Herzegovina")).contains("ba");
    assertThat(english.of("Viet Nam")).contains("vn");
    assertThat(english.of("Türkiye")).contains("tr");
    assertThat(english.of("Turkey")).contains("tr");
    assertThat(english.of("Bolivia (Plurinational State of)")).contains("bo");
    assertThat(english.of("Korea (the Republic of)")).contains("kr");
    assertThat(english.of("The Netherlands")).contains("nl");
    assertThat(english.of("Burma")).contains("mm");
    assertThat(english.of("Cape Verde")).contains("cv");
  }

  @Test
  void every_name_of_the_jdk_is_known() {
    for (String country : Locale.getISOCountries()) {
      Locale locale = new Locale.Builder().setRegion(country).build();
      assertThat(english.of(locale.getDisplayCountry(Locale.ENGLISH)))
          .contains(country.toLowerCase(Locale.ROOT));
      assertThat(english.of(locale.getISO3Country())).contains(country.toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void country_is_written_as_the_platform_wants_it() {
    assertThat(Rule.of(Countries.withNativeNames(ALPHA_2_UPPER)).of("usa")).contains("US");
    assertThat(Rule.of(Countries.withNativeNames(ALPHA_3)).of("uk")).contains("GBR");
    assertThat(Countries.find("Germany")).contains("de");
  }
}
