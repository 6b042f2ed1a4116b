package dev.footfall.core.destination;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which values a setting or credential field takes. Values are text; each rule reads them. */
public sealed interface ValueRule {
  /** What is wrong with a value, fit to follow "must be"; empty when it is right. */
  Optional<String> fault(String value);

  /** Text of a shape. */
  record Shaped(Pattern pattern, String inWords) implements ValueRule {
    @Override
    public Optional<String> fault(String value) {
      return faultUnless(pattern.matcher(value).matches(), inWords);
    }
  }

  /** A whole number within bounds. */
  record Whole(long least, long most) implements ValueRule {
    @Override
    public Optional<String> fault(String value) {
      boolean fits = value.matches("-?\\d{1,18}");
      return faultUnless(
          fits && Long.parseLong(value) >= least && Long.parseLong(value) <= most,
          "a whole number from " + least + " to " + most);
    }
  }

  /** true or false. */
  record Flag() implements ValueRule {
    @Override
    public Optional<String> fault(String value) {
      return faultUnless(value.equals("true") || value.equals("false"), "true or false");
    }
  }

  /** One of some words. */
  record Choice(List<String> values) implements ValueRule {
    /** Copies the list. */
    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public Optional<String> fault(String value) {
      return faultUnless(values.contains(value), "one of " + String.join(", ", values));
    }
  }

  /** A comma-separated list of words. */
  record Words(Pattern each, String inWords) implements ValueRule {
    @Override
    public Optional<String> fault(String value) {
      return faultUnless(
          items(value).stream().allMatch(each.asMatchPredicate()),
          "a comma-separated list of " + inWords);
    }
  }

  /** An IANA time zone. */
  record Zone() implements ValueRule {
    @Override
    public Optional<String> fault(String value) {
      return faultUnless(isZone(value), "an IANA time zone such as America/New_York");
    }

    private static boolean isZone(String value) {
      try {
        return ZoneId.of(value) != null;
      } catch (DateTimeException unknown) {
        return false;
      }
    }
  }

  /** An absolute https URL, or http for this machine; nobody's name or password in it. */
  record Url() implements ValueRule {
    @Override
    public Optional<String> fault(String value) {
      return faultUnless(
          isPlain(value), "an https:// URL (http:// only for this machine) without user or #");
    }

    private static boolean isPlain(String value) {
      try {
        URI uri = new URI(value);
        return isSafe(uri) && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      } catch (URISyntaxException malformed) {
        return false;
      }
    }

    /** Whether what is sent there can be read on its way by nobody else. */
    public static boolean isSafe(URI uri) {
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String host = uri.getHost();
      return host != null
          && (scheme.equals("https") || (scheme.equals("http") && isLoopback(host)));
    }

    private static boolean isLoopback(String host) {
      return host.equals("localhost")
          || host.equals("[::1]")
          || host.matches("127(\\.\\d{1,3}){3}");
    }
  }

  /** An ISO 3166-1 alpha-2 country. */
  record Region() implements ValueRule {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    @Override
    public Optional<String> fault(String value) {
      return faultUnless(CODES.contains(value), "a two-letter country code such as US");
    }
  }

  /** Text of a shape, described in words. */
  static ValueRule shaped(String pattern, String inWords) {
    return new Shaped(Pattern.compile(pattern), inWords);
  }

  /** One of some words. */
  static ValueRule choice(String... values) {
    return new Choice(List.of(values));
  }

  /** The items of a comma-separated list, trimmed. */
  static List<String> items(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** A value that did not fit, fit to be printed: without the user and password of a URL. */
  static String shown(String value) {
    return value.replaceAll("//[^/?#]*@", "//***@");
  }

  private static Optional<String> faultUnless(boolean right, String wanted) {
    return right ? Optional.empty() : Optional.of(wanted);
  }
}
