package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that name events in one run: TikTok's, exactly as it spells them, or canonical ones.
 */
final class EventTypes {
  private static final Map<String, EventType> BY_NAME =
      EventType.ALL.stream().collect(Collectors.toMap(EventType::name, Function.identity()));
  private static final Map<String, String> CANONICAL =
      Map.ofEntries(
          Map.entry("purchase", "CompletePayment"),
          Map.entry("lead", "SubmitForm"),
          Map.entry("add_to_cart", "AddToCart"),
          Map.entry("add_to_wishlist", "AddToWishlist"),
          Map.entry("initiate_checkout", "InitiateCheckout"),
          Map.entry("add_payment_info", "AddPaymentInfo"),
          Map.entry("search", "Search"),
          Map.entry("view_content", "ViewContent"),
          Map.entry("sign_up", "CompleteRegistration"),
          Map.entry("subscribe", "Subscribe"),
          Map.entry("contact", "Contact"),
          Map.entry("download", "Download"));

  private final Map<String, EventType> byWord;

  private EventTypes(Map<String, EventType> byWord) {
    this.byWord = byWord;
  }

  /** The names of the API. */
  static List<String> names() {
    return EventType.ALL.stream().map(EventType::name).toList();
  }

  /** The names of the API and the labels of files, each once. */
  static List<String> namesAndLabels() {
    return Stream.concat(names().stream(), EventType.ALL.stream().flatMap(EventType::labels))
        .distinct()
        .toList();
  }

  /** What the API takes. */
  static EventTypes forApi(Vocabulary vocabulary) {
    return new EventTypes(vocabulary == Vocabulary.CANONICAL ? canonical() : BY_NAME);
  }

  /** What a file in that spelling takes; names that share a label are one event. */
  static EventTypes forFile(Vocabulary vocabulary, EventType.Labels labels) {
    Map<String, EventType> words = new LinkedHashMap<>();
    if (vocabulary == Vocabulary.CANONICAL) {
      words.putAll(canonical());
    } else {
      EventType.ALL.forEach(
          type -> {
            words.put(type.name(), oneOfLabel(type));
            type.labels().forEach(label -> words.putIfAbsent(label, oneOfLabel(type)));
          });
    }
    words.values().removeIf(type -> type.label(labels).isEmpty());
    return new EventTypes(words);
  }

  private static EventType oneOfLabel(EventType type) {
    return EventType.ALL.stream()
        .filter(other -> other.labels().toList().equals(type.labels().toList()))
        .filter(other -> other.labels().findAny().isPresent())
        .findFirst()
        .orElse(type);
  }

  private static Map<String, EventType> canonical() {
    Map<String, EventType> words = new HashMap<>();
    CANONICAL.forEach((word, name) -> words.put(word, BY_NAME.get(name)));
    return words;
  }

  /** The event that a trimmed text names, case and all. */
  Optional<EventType> find(String text) {
    return Optional.ofNullable(byWord.get(text));
  }

  /** The word that was probably meant. */
  Optional<String> proposal(String text) {
    String plain = plain(text);
    return byWord.keySet().stream().filter(word -> plain(word).equals(plain)).sorted().findFirst();
  }

  private static String plain(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
