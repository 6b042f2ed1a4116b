package dev.footfall.destinations.meta;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Rules for the values of Meta's own columns. */
final class MetaRules {
  private MetaRules() {}

  /** One of a few lower-case words, in any case. */
  static Normaliser oneOf(List<String> words) {
    return new Matching(
        "one of " + String.join(", ", words),
        v -> words.contains(v.toLowerCase(Locale.ROOT)),
        v -> v.toLowerCase(Locale.ROOT));
  }

  /** A number, written plainly. */
  static Normaliser number() {
    return new Matching("number", v -> decimal(v).isPresent(), v -> decimal(v).orElse(v));
  }

  /** Text of at most so many characters. */
  static Normaliser atMost(int characters) {
    return new Matching(
        "at most " + characters + " characters", v -> v.length() <= characters, v -> v);
  }

  /** {@code fb.1.1596403881668.} and what the click id or browser id is. */
  static Normaliser browserId(boolean digitsOnly) {
    return new Matching(
        digitsOnly ? "fb.<digits>.<digits>.<digits>" : "fb.<digits>.<digits>.<click id>",
        v -> isBrowserId(v, digitsOnly),
        v -> v);
  }

  private record Matching(String title, Predicate<String> test, UnaryOperator<String> written)
      implements Normaliser {
    @Override
    public Optional<String> normalise(String value, Subject subject, Trace trace) {
      Optional<String> result =
          test.test(value) ? Optional.of(written.apply(value)) : Optional.empty();
      trace.step(title, result.orElse("no"));
      return result;
    }
  }

  private static Optional<String> decimal(String value) {
    byte[] bytes = Text.utf8(value);
    Decimal number = new Decimal();
    if (!number.parse(bytes, 0, bytes.length)) {
      return Optional.empty();
    }
    return Optional.of(number.strip().toBigDecimal().toPlainString());
  }

  private static boolean isBrowserId(String value, boolean digitsOnly) {
    if (!value.startsWith("fb.")) {
      return false;
    }
    int first = afterDigits(value, 3);
    int second = first > 3 && isDot(value, first) ? afterDigits(value, first + 1) : -1;
    boolean hasBoth = second > first + 1 && isDot(value, second) && second + 1 < value.length();
    return hasBoth && (!digitsOnly || afterDigits(value, second + 1) == value.length());
  }

  private static boolean isDot(String value, int at) {
    return at < value.length() && value.charAt(at) == '.';
  }

  private static int afterDigits(String value, int from) {
    int at = from;
    while (at < value.length() && value.charAt(at) >= '0' && value.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
