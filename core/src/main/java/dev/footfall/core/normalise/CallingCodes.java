package dev.footfall.core.normalise;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import com.google.i18n.phonenumbers.metadata.source.MetadataSource;
import java.util.BitSet;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What libphonenumber knows of a calling code, as far as it settles a number without asking: which
 * lengths are possible, and before which digits it would look for a prefix to take away.
 *
 * <p>Read from the library's own metadata on first use, so that both always agree.
 */
final class CallingCodes {
  private static final int LONGEST_NATIONAL = 14;
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final boolean[] KNOWN = new boolean[1000];
  private static final AtomicReferenceArray<Plan> PLANS = new AtomicReferenceArray<>(1000);

  static {
    PHONES.getSupportedCallingCodes().forEach(code -> KNOWN[code] = true);
  }

  private CallingCodes() {}

  /** Number of digits of the calling code that these digits begin with; 0 when there is none. */
  static int width(byte[] digits, int start, int end) {
    int code = 0;
    for (int width = 1; width <= 3 && start + width <= end; width++) {
      code = code * 10 + digits[start + width - 1] - '0';
      if (code == 0) {
        return 0;
      }
      if (KNOWN[code]) {
        return width;
      }
    }
    return 0;
  }

  /**
   * Whether libphonenumber surely takes {@code +digits} as it stands: a possible length, and no
   * prefix that it could remove.
   */
  static boolean surelyPossible(byte[] digits, int start, int end) {
    int width = width(digits, start, end);
    int national = start + width;
    if (width == 0 || end - national < 4 || digits[national] == '0') {
      return false;
    }
    return plan(number(digits, start, national))
        .takes(end - national, number(digits, national, national + 3));
  }

  private static int number(byte[] digits, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      number = number * 10 + digits[i] - '0';
    }
    return number;
  }

  private static Plan plan(int code) {
    Plan plan = PLANS.get(code);
    if (plan == null) {
      plan = new Plan(possibleLengths(code), beginningsWithoutPrefix(code));
      PLANS.set(code, plan);
    }
    return plan;
  }

  private static int possibleLengths(int code) {
    int lengths = 0;
    long number = 1000;
    for (int length = 4; length <= LONGEST_NATIONAL; length++, number *= 10) {
      PhoneNumber probe = new PhoneNumber().setCountryCode(code).setNationalNumber(number);
      if (PHONES.isPossibleNumberWithReason(probe) == ValidationResult.IS_POSSIBLE) {
        lengths |= 1 << length;
      }
    }
    return lengths;
  }

  /**
   * Which three digits no prefix pattern can begin to match: it fails on them without having looked
   * for more, so that it fails whatever follows.
   */
  private static BitSet beginningsWithoutPrefix(int code) {
    Pattern prefix = Pattern.compile(metadata(code).getNationalPrefixForParsing());
    BitSet without = new BitSet(1000);
    for (int beginning = 0; beginning < 1000; beginning++) {
      String digits = String.format(Locale.ROOT, "%03d", beginning);
      Matcher matcher = prefix.matcher(digits);
      without.set(
          beginning, prefix.pattern().isEmpty() || !(matcher.lookingAt() || matcher.hitEnd()));
    }
    return without;
  }

  private static PhoneMetadata metadata(int code) {
    MetadataSource source =
        DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();
    String region = PHONES.getRegionCodeForCountryCode(code);
    return region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)
        ? source.getMetadataForNonGeographicalRegion(code)
        : source.getMetadataForRegion(region);
  }

  private record Plan(int lengths, BitSet beginnings) {
    boolean takes(int length, int beginning) {
      return length <= LONGEST_NATIONAL
          && (lengths & (1 << length)) != 0
          && beginnings.get(beginning);
    }
  }
}
