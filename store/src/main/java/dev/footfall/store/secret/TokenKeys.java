package dev.footfall.store.secret;

import dev.footfall.core.credential.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys under which tokens are sealed: the first seals, each opens what it has sealed. As text:
 * 64 hexadecimal digits each, parted by white space or commas; a line that begins with {@code #} is
 * for people.
 */
public final class TokenKeys {
  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
  private static final String HEADING =
      """
      # Keys under which Footfall seals stored tokens. The first seals, the others only open.
      # Whoever has this file and the store has the tokens.
      """;

  private final List<TokenKey> keys;

  private TokenKeys(Set<TokenKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** One key. */
  static TokenKeys of(TokenKey key) {
    return new TokenKeys(Set.of(key));
  }

  /**
   * The keys of a text.
   *
   * @throws IllegalArgumentException when it holds none, or anything else
   */
  public static TokenKeys of(Secret text) {
    List<String> words =
        text.reveal()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .flatMap(BETWEEN::splitAsStream)
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty() || !words.stream().allMatch(TokenKey::isKey)) {
      throw new IllegalArgumentException("token keys are 64 hexadecimal digits each");
    }
    return new TokenKeys(
        words.stream().map(TokenKey::of).collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /** What a file of keys holds. */
  String text() {
    return keys.stream().map(TokenKey::digits).collect(Collectors.joining("\n", HEADING, "\n"));
  }

  /** These, and others that only open. */
  TokenKeys and(TokenKeys others) {
    return new TokenKeys(
        Stream.concat(keys.stream(), others.keys.stream())
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /** The key that seals. */
  TokenKey first() {
    return keys.get(0);
  }

  /** All keys, the one that seals first. */
  List<TokenKey> all() {
    return keys;
  }

  /** The names of all keys, that of the key that seals first. */
  public List<String> names() {
    return keys.stream().map(TokenKey::name).toList();
  }

  /** Names only. */
  @Override
  public String toString() {
    return "Token keys " + names();
  }
}
