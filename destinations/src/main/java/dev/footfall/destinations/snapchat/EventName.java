package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.source.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Snapchat knows to happen. */
enum EventName {
  PURCHASE,
  SAVE,
  START_CHECKOUT,
  ADD_CART,
  VIEW_CONTENT,
  ADD_BILLING,
  SIGN_UP,
  SEARCH,
  PAGE_VIEW,
  SUBSCRIBE,
  AD_CLICK,
  AD_VIEW,
  COMPLETE_TUTORIAL,
  LEVEL_COMPLETE,
  INVITE,
  LOGIN,
  SHARE,
  RESERVE,
  ACHIEVEMENT_UNLOCKED,
  ADD_TO_WISHLIST,
  SPENT_CREDITS,
  RATE,
  START_TRIAL,
  LIST_VIEW,
  APP_INSTALL,
  APP_OPEN,
  CUSTOM_EVENT_1,
  CUSTOM_EVENT_2,
  CUSTOM_EVENT_3,
  CUSTOM_EVENT_4,
  CUSTOM_EVENT_5;

  private static final Map<String, EventName> ALIASES =
      Map.of(
          "ADD_TO_CART", ADD_CART,
          "SPEND_CREDITS", SPENT_CREDITS,
          "INITIATE_CHECKOUT", START_CHECKOUT);

  private static final Map<String, EventName> CANONICAL =
      Map.of(
          "purchase", PURCHASE,
          "add_to_cart", ADD_CART,
          "add_to_wishlist", ADD_TO_WISHLIST,
          "initiate_checkout", START_CHECKOUT,
          "add_payment_info", ADD_BILLING,
          "search", SEARCH,
          "view_content", VIEW_CONTENT,
          "sign_up", SIGN_UP,
          "subscribe", SUBSCRIBE);

  @SuppressWarnings("ImmutableEnumChecker") // never handed out to be changed
  private final byte[] bytes = Text.utf8(name());

  /** The event that a trimmed text names. */
  static Optional<EventName> find(String text, Vocabulary vocabulary) {
    if (vocabulary == Vocabulary.CANONICAL) {
      return Optional.ofNullable(CANONICAL.get(text.toLowerCase(Locale.ROOT)));
    }
    String name = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    EventName alias = ALIASES.get(name);
    return alias != null
        ? Optional.of(alias)
        : Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }

  /** All of them, as Snapchat writes them. */
  static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }

  /** The name, as it is sent. */
  byte[] bytes() {
    return bytes;
  }
}
