package dev.footfall.core.normalise;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regions in which libphonenumber surely reads {@code 0} and a national number as the number behind
 * the zero: the zero is the whole prefix, and the two first digits begin no prefix for other
 * countries and no national number.
 *
 * <p>Read from the library's own metadata on first use, so that both always agree.
 */
final class TrunkZeros {
  private static final int LETTERS = 26;
  private static final int NONE = -1;
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final Set<String> REGIONS = PHONES.getSupportedRegions();

  /** A plan holds a calling code, and above it one bit for each safe digit after the zero. */
  private static final int CODE = (1 << 10) - 1;

  private static final int SAFE = 1 << 10;
  private static final AtomicIntegerArray PLANS = new AtomicIntegerArray(LETTERS * LETTERS);

  private TrunkZeros() {}

  /** The calling code for a zero and a digit that is none, in such a region; −1 elsewhere. */
  static int callingCode(String region, byte digit) {
    if (region.length() != 2) {
      return NONE;
    }
    int first = (region.charAt(0) | 0x20) - 'a';
    int second = (region.charAt(1) | 0x20) - 'a';
    if (first < 0 || first >= LETTERS || second < 0 || second >= LETTERS) {
      return NONE;
    }
    int plan = PLANS.get(first * LETTERS + second);
    if (plan == 0) {
      plan = lookedUp(region.toUpperCase(Locale.ROOT));
      PLANS.set(first * LETTERS + second, plan);
    }
    return plan > 0 && (plan & (SAFE << (digit - '0'))) != 0 ? plan & CODE : NONE;
  }

  private static int lookedUp(String region) {
    int code = REGIONS.contains(region) ? PHONES.getCountryCodeForRegion(region) : 0;
    if (code == 0 || !PHONES.getRegionCodeForCountryCode(code).equals(region)) {
      return NONE;
    }
    PhoneMetadata metadata = metadata(region);
    int plan = code;
    for (char digit = '1'; digit <= '9'; digit++) {
      plan |= isPlainZero(metadata, "0" + digit) ? SAFE << (digit - '0') : 0;
    }
    return plan;
  }

  private static boolean isPlainZero(PhoneMetadata metadata, String digits) {
    Matcher prefix = Pattern.compile(metadata.getNationalPrefixForParsing()).matcher(digits);
    return !metadata.hasNationalPrefixTransformRule()
        && prefix.lookingAt()
        && prefix.end() == 1
        && !prefix.hitEnd()
        && !canBeginWith(metadata.getGeneralDesc().getNationalNumberPattern(), digits)
        && !canBeginWith(metadata.getInternationalPrefix(), digits);
  }

  /** Whether the pattern matches these digits or looks for more behind them. */
  private static boolean canBeginWith(String pattern, String digits) {
    Matcher matcher = Pattern.compile(pattern).matcher(digits);
    return matcher.lookingAt() || matcher.hitEnd();
  }

  private static PhoneMetadata metadata(String region) {
    return DefaultMetadataDependenciesProvider.getInstance()
        .getPhoneNumberMetadataSource()
        .getMetadataForRegion(region);
  }
}
