package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.source.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What The Trade Desk calls things that happen. */
enum EventName {
  ADDTOCART,
  DIRECTION,
  LOGIN,
  MESSAGEBUSINESS,
  PURCHASE,
  SEARCHCATEGORY,
  SEARCHITEM,
  SITEVISIT,
  STARTCHECKOUT,
  VIEWCART,
  VIEWITEM,
  WISHLISTITEM;

  private static final Map<String, EventName> CANONICAL =
      Map.of(
          "purchase", PURCHASE,
          "add_to_cart", ADDTOCART,
          "add_to_wishlist", WISHLISTITEM,
          "initiate_checkout", STARTCHECKOUT,
          "search", SEARCHITEM,
          "view_content", VIEWITEM);

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final byte[] word = Text.utf8(name().toLowerCase(Locale.ROOT));

  /** All words, in alphabetical order. */
  static List<String> words() {
    return Arrays.stream(values()).map(name -> name.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** The name that a trimmed text means; case, spaces, hyphens and underscores do not count. */
  static Optional<EventName> find(String text, Vocabulary vocabulary) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (vocabulary == Vocabulary.CANONICAL) {
      return Optional.ofNullable(CANONICAL.get(lower));
    }
    String bare = lower.replaceAll("[ _-]", "");
    return Arrays.stream(values()).filter(name -> bare.equals(name.toString())).findFirst();
  }

  /** The word as bytes; not to be changed. */
  byte[] bytes() {
    return word;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
