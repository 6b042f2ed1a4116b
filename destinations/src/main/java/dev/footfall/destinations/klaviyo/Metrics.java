package dev.footfall.destinations.klaviyo;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of metrics. */
final class Metrics {
  private static final int LONGEST = 127;

  /** Canonical events under the names that Klaviyo's guides give them, where they do. */
  private static final Map<String, String> CANONICAL =
      Map.ofEntries(
          Map.entry("lead", "Lead"),
          Map.entry("add_to_cart", "Added to Cart"),
          Map.entry("add_to_wishlist", "Added to Wishlist"),
          Map.entry("initiate_checkout", "Started Checkout"),
          Map.entry("add_payment_info", "Added Payment Info"),
          Map.entry("search", "Searched"),
          Map.entry("view_content", "Viewed Product"),
          Map.entry("sign_up", "Signed Up"),
          Map.entry("subscribe", "Subscribed"),
          Map.entry("contact", "Contacted"),
          Map.entry("download", "Downloaded"));

  private Metrics() {}

  /** The metric of that name, as the query writes it. */
  static Optional<String> platform(String name) {
    return Optional.of(name).filter(n -> n.codePointCount(0, n.length()) <= LONGEST);
  }

  /** The metric of a canonical event; {@code purchase} is the configured one. */
  static Optional<String> canonical(String name, String purchase) {
    String word = name.toLowerCase(Locale.ROOT);
    return word.equals("purchase")
        ? Optional.of(purchase)
        : Optional.ofNullable(CANONICAL.get(word));
  }
}
