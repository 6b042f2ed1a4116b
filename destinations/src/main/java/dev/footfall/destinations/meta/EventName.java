package dev.footfall.destinations.meta;

import dev.footfall.core.source.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An event name that Meta gets, in its canonical spelling. */
final class EventName {
  /** The names of the closed list. */
  static final List<String> STANDARD =
      List.of(
          "ViewContent",
          "Search",
          "AddToCart",
          "AddToWishlist",
          "InitiateCheckout",
          "AddPaymentInfo",
          "Purchase",
          "Lead",
          "Other");

  /** Canonical names that Meta calls otherwise. */
  private static final Map<String, String> CALLED_OTHERWISE =
      Map.of("signup", "CompleteRegistration");

  private final String word;
  private final byte[] bytes;

  private EventName(String word) {
    this.word = word;
    this.bytes = Text.utf8(word);
  }

  /** As Meta writes it; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  boolean isPurchase() {
    return word.equals("Purchase");
  }

  boolean isSearch() {
    return word.equals("Search");
  }

  /** Whether the event carries {@code num_items}. */
  boolean countsItems() {
    return isPurchase() || word.equals("InitiateCheckout");
  }

  /** The names that one destination takes. */
  static final class Names {
    private final Map<String, EventName> byKey = new HashMap<>();

    /** The closed list and some more. */
    Names(Collection<String> extra) {
      STANDARD.forEach(this::add);
      extra.forEach(this::add);
      CALLED_OTHERWISE.forEach(
          (canonical, name) ->
              Optional.ofNullable(byKey.get(key(name))).ifPresent(n -> byKey.put(canonical, n)));
    }

    private void add(String name) {
      byKey.putIfAbsent(key(name), new EventName(name));
    }

    /** The name that a trimmed text means; case, spaces, {@code _} and {@code -} do not count. */
    Optional<EventName> find(String text) {
      return Optional.ofNullable(byKey.get(key(text)));
    }

    private static String key(String name) {
      StringBuilder key = new StringBuilder(name.length());
      name.toLowerCase(Locale.ROOT)
          .chars()
          .filter(c -> c != ' ' && c != '_' && c != '-')
          .forEach(c -> key.append((char) c));
      return key.toString();
    }
  }
}
