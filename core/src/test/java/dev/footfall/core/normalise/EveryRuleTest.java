package dev.footfall.core.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.footfall.core.source.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What every normaliser promises, whatever it is given. */
class EveryRuleTest {
  static final List<Normaliser> RULES =
      List.of(
          Emails.ascii(),
          Emails.general(),
          Emails.simple(),
          Emails.withoutGoogleTags(),
          Emails.uid2(),
          Emails.deliverable(),
          Phones.lenient(Phones.Form.DIGITS),
          Phones.strict(Phones.Form.WITH_PLUS),
          Phones.asParsed(Phones.Form.WITH_PLUS),
          Phones.uid2(),
          OpaqueIds.uid2(),
          OpaqueIds.rampId(),
          Names.withPunctuation(),
          Names.withoutPunctuation(),
          Names.lettersAndDigits(),
          Names.withoutTitle(),
          Names.withoutSuffix(),
          Cities.letters(),
          Cities.lettersAndDigits(),
          States.letters(),
          States.lettersAndDigits(),
          States.twoLetters(),
          PostalCodes.lettersAndDigits(),
          PostalCodes.withoutSpacesAndHyphens(),
          PostalCodes.digits(),
          PostalCodes.asWritten(),
          Countries.english(Countries.Code.ALPHA_2_LOWER),
          Countries.withNativeNames(Countries.Code.ALPHA_3),
          Birthdates.basic(Birthdates.usual()),
          Birthdates.extended(Birthdates.anySign(Birthdates.Order.DMY)),
          Genders.maleFemaleAbbreviated(),
          Genders.maleFemale(),
          Genders.maleFemaleNeutral(),
          Genders.profile(),
          MobileAdIds.uuid(),
          ExternalIds.asWritten(),
          ExternalIds.lowerCaseWithoutSpace(),
          Urls.absolute(),
          IpAddresses.asWritten(),
          IpAddresses.canonical(),
          IpAddresses.publicOnly(),
          Digits.atMost(20),
          Digits.integer(),
          PlainText.oneLine());

  private static final String[] COUNTRIES = {"", "us", "ca", "de", "gb"};

  @Property(tries = 1000)
  void quick_way_equals_readable_way_for_plain_text(@ForAll("plain") String cell) {
    everyRule(cell);
  }

  @Property(tries = 1000)
  void quick_way_equals_readable_way_for_any_text(@ForAll String cell) {
    everyRule(cell);
  }

  @Property(tries = 1000)
  void any_bytes_are_normalised_or_refused(@ForAll byte[] bytes) {
    Text value = new Text().set(bytes, 0, bytes.length).trim();
    if (value.isEmpty()) {
      return;
    }
    for (Normaliser rule : RULES) {
      Text target = new Text();
      if (rule.apply(value, Rule.of(rule).subject(), new byte[512], target)) {
        assertThat(target.isEmpty()).as(rule.title()).isFalse();
      }
    }
  }

  @Test
  void huge_cells_are_refused_or_passed_within_a_moment() {
    for (String piece : new String[] {"a ", "1", "é", "@a.", ",;", "\u0301"}) {
      Text cell = Text.of("x" + piece.repeat((1 << 20) / piece.length()) + "x");
      for (Normaliser rule : RULES) {
        Subject subject = Rule.of(rule).subject();
        assertTimeout(
            Duration.ofSeconds(5),
            () -> rule.apply(cell, subject, new byte[512], new Text()),
            rule.title());
      }
    }
  }

  @Test
  void unreadable_characters_are_refused_in_identity_fields() {
    for (Normaliser rule : RULES) {
      if (rule != PlainText.oneLine()) {
        assertThat(Rule.of(rule).of("ada\uFFFD@example.com")).as(rule.title()).isEmpty();
      }
    }
  }

  @Test
  void turkish_machine_changes_nothing() {
    Locale before = Locale.getDefault();
    try {
      List<Optional<String>> here = samples();
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(samples()).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void each_step_is_traced_with_its_value() {
    List<String> told = new ArrayList<>();
    Trace trace = (step, value) -> told.add(step + ": " + value);
    Emails.ascii().normalise("ADA@Example.com", Rule.of(Emails.ascii()).subject(), trace);
    assertThat(told)
        .containsExactly(
            "lower case: ada@example.com",
            "at most 254 characters: ada@example.com",
            "plain ASCII address: ada@example.com");
  }

  private static List<Optional<String>> samples() {
    List<Optional<String>> results = new ArrayList<>();
    for (Normaliser rule : RULES) {
      for (String cell :
          new String[] {"INFO@IIS.COM", "ISIK", "İSTANBUL", "ILLINOIS", "IL", "INDIA", "MALE I"}) {
        results.add(Rule.of(rule).of(cell));
      }
    }
    return results;
  }

  private static void everyRule(String cell) {
    for (Normaliser rule : RULES) {
      for (String country : COUNTRIES) {
        Rule.of(rule).in(country).of(cell);
      }
    }
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(30),
        Arbitraries.strings().withChars("abcXYZ019.@-+ ").ofMaxLength(20),
        Arbitraries.strings().withChars("0123456789-/. ").ofMaxLength(12),
        Arbitraries.strings().withChars("aA@gmil.co+- ").ofMaxLength(20),
        Arbitraries.of(
            "New York",
            "n.y.",
            "U.S.A.",
            "94105-1234",
            "2139",
            "1997-02-16",
            "2/16/1997",
            "Female",
            "a@b.co",
            "ada@gmail.com",
            "1.2.3.4",
            "::1",
            "https://a.b/c",
            "O'Brien",
            "1997-02-30"));
  }
}
