package dev.footfall.sources.presto.regex;

import java.util.Optional;

/**
 * Rewrites a pattern for DuckDB's RE2, which is much faster than calling Java, when it stays within
 * what both engines understand alike: characters, classes, groups, alternatives and quantifiers.
 * Everything else (look-around, back references, anchors inside, word boundaries) is left to {@link
 * Regexp}.
 *
 * @param text the pattern for RE2
 * @param matchesEmpty whether it may match nothing, so that replacing all matches could differ
 * @param skipsGroups whether a group may take no part in a match
 */
public record Re2(String text, boolean matchesEmpty, boolean skipsGroups) {

  static final String SPACE = "\\t\\n\\x{b}\\f\\r ";

  public static Optional<Re2> of(String pattern) {
    try {
      Re2Reader reader = new Re2Reader(pattern);
      boolean empty = reader.alternatives();
      return reader.atEnd()
          ? Optional.of(new Re2(reader.text(), empty, reader.skipsGroups()))
          : Optional.empty();
    } catch (NotAlike differs) {
      return Optional.empty();
    }
  }

  /** The pattern uses what the two engines understand differently. */
  static final class NotAlike extends RuntimeException {
    NotAlike() {
      super("", null, false, false);
    }
  }
}
