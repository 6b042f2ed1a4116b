package dev.footfall.core.normalise;

import static dev.footfall.core.normalise.Phones.Form.DIGITS;
import static dev.footfall.core.normalise.Phones.Form.WITH_PLUS;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The short cut in front of libphonenumber never gives another number than libphonenumber. */
class PhonesQuickWayTest {
  private static final List<Normaliser> RULES =
      List.of(
          Phones.lenient(DIGITS),
          Phones.lenient(WITH_PLUS),
          Phones.strict(DIGITS),
          Phones.strict(WITH_PLUS),
          Phones.asParsed(DIGITS),
          Phones.asParsed(WITH_PLUS),
          Phones.uid2());
  private static final String[] REGIONS = {
    "US", "CA", "GB", "DE", "IT", "BR", "MX", "AU", "BS", "ZZ"
  };

  @Property(tries = 20_000)
  void is_libphonenumber_for_north_american_shapes(
      @ForAll("northAmerican") String cell, @ForAll int seed) {
    check(cell, seed);
  }

  @Property(tries = 20_000)
  void is_libphonenumber_for_international_shapes(
      @ForAll("international") String cell, @ForAll int seed) {
    check(cell, seed);
  }

  @Property(tries = 20_000)
  void is_libphonenumber_for_national_numbers_of_all_regions(
      @ForAll("national") String cell, @ForAll("regions") String region, @ForAll int seed) {
    Normaliser rule = RULES.get(Math.floorMod(seed, RULES.size()));
    Rule.of(rule).withDefaultRegion(region).of(cell);
  }

  @Property(tries = 5_000)
  void is_libphonenumber_for_anything_written_with_its_signs(
      @ForAll("anySigns") String cell, @ForAll int seed) {
    check(cell, seed);
  }

  private static void check(String cell, int seed) {
    Normaliser rule = RULES.get(Math.floorMod(seed, RULES.size()));
    String region = REGIONS[Math.floorMod(seed / 7, REGIONS.length)];
    Rule.of(rule).withDefaultRegion(region).of(cell);
  }

  @Provide
  Arbitrary<String> northAmerican() {
    return Combinators.combine(
            Arbitraries.of(
                "", "", "", "+1", "1", "1-", "+1 ", "(+1)", "00", "011", "+", "+11", "0"),
            digits(9, 11),
            separators(),
            Arbitraries.of(
                "", "", "", "", " x45", " ext. 7", ".0", ".00", ";ext=9", "#3", " ", "-"))
        .as((prefix, digits, separators, suffix) -> prefix + spread(digits, separators) + suffix);
  }

  @Provide
  Arbitrary<String> international() {
    List<Integer> codes = new ArrayList<>(PhoneNumberUtil.getInstance().getSupportedCallingCodes());
    return Combinators.combine(
            Arbitraries.of("+", "+", "+", "(+", "00", "011", ""),
            Arbitraries.of(codes),
            Arbitraries.of("", "", "", "0", "(0)", "1", "8", "15", "044"),
            digits(4, 13),
            separators())
        .as((sign, code, prefix, digits, gaps) -> sign + code + prefix + spread(digits, gaps));
  }

  @Provide
  Arbitrary<String> national() {
    return Combinators.combine(
            Arbitraries.of("0", "0", "0", "", "00", "(0", "1", "8"), digits(5, 12), separators())
        .as((prefix, digits, separators) -> prefix + spread(digits, separators));
  }

  @Provide
  Arbitrary<String> regions() {
    return Arbitraries.of(PhoneNumberUtil.getInstance().getSupportedRegions());
  }

  @Provide
  Arbitrary<String> anySigns() {
    return Arbitraries.strings().withChars("0123456789+-. ()/x~#,;*\t").ofMaxLength(24);
  }

  private static Arbitrary<String> digits(int fewest, int most) {
    return Arbitraries.oneOf(
        Arbitraries.strings().numeric().ofMinLength(fewest).ofMaxLength(most),
        Arbitraries.strings().withChars("23").ofMinLength(fewest).ofMaxLength(most),
        Arbitraries.strings().withChars("90").ofMinLength(fewest).ofMaxLength(most));
  }

  private static Arbitrary<List<String>> separators() {
    return Arbitraries.of("", "", "", "", "-", ".", " ", "(", ")", " - ", ") ").list().ofSize(13);
  }

  private static String spread(String digits, List<String> separators) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      out.append(separators.get(i % separators.size())).append(digits.charAt(i));
    }
    return out.toString();
  }
}
