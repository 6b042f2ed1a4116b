package dev.footfall.core.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatesTest {
  private static final String CA =
      "6959097001d10501ac7d54c0bdb8db61420f658f2922cc26e46d536119a31126";
  private static final String NY =
      "1b06e2003f8420d6fa42badd8f77ec0f706b976b7a48b13c567dc5a559681683";
  private static final String DC =
      "abecdf3503635c0be9eca61cddf5b25c7f8380d5aae7d73d0f62e9a38c87b70d";

  @Test
  void state_of_letters_is_a_code_where_it_is_an_american_name() {
    Rule rule = Rule.of(States.letters());
    rule.in("us").gives("ca", CA, "California", "CA");
    rule.gives("ca", CA, "ca", "Calif-ornia");
    rule.gives("ny", NY, "new york", "N.Y.");
    rule.in("us").gives("dc", DC, "District of Columbia");
    rule.in("us")
        .gives(
            "mo", "f4a4ce5fa6340a35aa5db0b4b6d31a6fbaa6052356460dbb0537657d803f5be2", "Missouri");
    rule.in("ca")
        .gives(
            "ontario",
            "f6b6407632158ebdc802ed898b47e55bf89f61895b50bd8241769c9ee9d9a533",
            "Ontario");
    rule.in("ge")
        .gives(
            "georgia",
            "1c18bc2214f67ae19bbaa640fc776f5a4a38c4021d421cdd8cd3d2bcad23da93",
            "Georgia");
    rule.in("de")
        .gives(
            "badenwrttemberg",
            "0aad3a4272cd605672f860be27b7e4fabd674340303fd972a6c414b4335bd1a4",
            "Baden-Württemberg");
    rule.in("jp").refuses("東京都", "12");
  }

  @Test
  void state_of_two_letters_is_a_code_or_the_name_of_one() {
    Rule rule = Rule.of(States.twoLetters());
    rule.gives(
        "wa",
        "87b810070b7c739690268360ea392429368787010a558a1837643058d2437dce",
        "WA",
        "wa",
        "Washington",
        "US-WA");
    rule.gives("ca", CA, "California");
    rule.gives("dc", DC, "Washington, D.C.", "D.C.", "District of Columbia");
    rule.gives("on", "b8d31e852725afb1e26d53bab6095b2bff1749c9275be13ed1c05a56ed31ec09", "Ontario");
    assertThat(rule.of("Québec")).contains("qc");
    assertThat(rule.of("ca-on")).contains("on");
    assertThat(rule.of("New   York")).contains("ny");
    assertThat(rule.of("U.S. Virgin Islands")).contains("vi");
    rule.refuses("NSW", "Bavaria", "W A", "12", "é");
  }

  @Test
  void state_of_letters_and_digits_knows_provinces_in_canada() {
    Rule rule = Rule.of(States.lettersAndDigits());
    rule.gives("ca", CA, "California", "CA", " ca ");
    rule.gives("ny", NY, "New York", "N.Y.");
    rule.in("ca")
        .gives(
            "qc",
            "997164d13810adf6cab52541447d083c4472e5ca6052cc6ddd9501318ac5730c",
            "Québec",
            "QC");
    assertThat(rule.in("de").of("Baden-Württemberg")).contains("badenwürttemberg");
    assertThat(rule.in("ge").of("Georgia")).contains("georgia");
  }

  @Test
  void code_is_found_by_name() {
    assertThat(States.find("New York", "us")).contains("ny");
    assertThat(States.find("Québec", "ca")).contains("qc");
    assertThat(States.find("Bavaria", "de")).isEmpty();
  }
}
