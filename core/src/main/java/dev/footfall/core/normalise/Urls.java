package dev.footfall.core.normalise;

import dev.footfall.core.source.WhiteSpace;
import java.util.regex.Pattern;

/** Addresses of pages. */
public final class Urls {
  private static final int LONGEST = 8192;
  private static final Pattern ABSOLUTE =
      Pattern.compile(
          "^https?://(?:[^/?#@]*@)?(?:\\[[0-9a-f:.]+\\]|[^/?#@:\\[\\]\\\\]+)(?::[0-9]*)?(?:[/?#].*)?\\z",
          Pattern.CASE_INSENSITIVE);

  private Urls() {}

  /** An absolute http or https address with a host, as written. */
  public static Normaliser absolute() {
    return new StepByStep(
        "absolute http(s) URL",
        LONGEST,
        (value, subject, out) -> Normaliser.SLOW,
        Step.requiring(
            "no white space or control characters",
            v -> v.chars().noneMatch(c -> WhiteSpace.isSpace(c) || Character.isISOControl(c))),
        Step.requiring("http(s), host", v -> ABSOLUTE.matcher(v).matches()));
  }
}
