package dev.footfall.app.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queries that a new project starts with: one in canonical columns for all destinations, and
 * platform-shaped ones.
 */
public final class Templates {

  /** The canonical query, which feeds every destination. */
  public static final String CANONICAL = "sales.sql";

  /** The queries in a platform's own columns, one a platform. */
  private static final List<Own> OWN =
      List.of(
          Own.of("meta", "meta-items.sql"),
          Own.of("tiktok", "tiktok-items.sql"),
          Own.of("pinterest", "pinterest-items.sql"),
          Own.of("google", "google-items.sql"),
          Own.of("snapchat", "snapchat-items.sql"),
          new Own("klaviyo", "klaviyo-events.sql", Map.of("mode", "events")),
          new Own("braze", "braze-purchases.sql", Map.of("mode", "purchases")),
          Own.of("criteo", "criteo-lines.sql"),
          Own.of("tradedesk", "tradedesk-items.sql"));

  private static final List<String> OTHERS = List.of("meta-orders.sql", "pinterest-orders.sql");

  /**
   * A query in a platform's own columns.
   *
   * @param platform its short name
   * @param file name of the query
   * @param settings that it asks of the destination
   */
  public record Own(String platform, String file, Map<String, String> settings) {
    /** Copies the map. */
    public Own {
      settings = Map.copyOf(settings);
    }

    private static Own of(String platform, String file) {
      return new Own(platform, file, Map.of());
    }
  }

  private Templates() {}

  /** The query in a platform's own columns, where there is one. */
  public static Optional<Own> own(String platform) {
    return OWN.stream().filter(own -> own.platform().equals(platform)).findFirst();
  }

  /** File name → Presto SQL, the canonical query first. */
  public static Map<String, String> all() {
    List<String> names = new ArrayList<>(List.of(CANONICAL));
    OWN.forEach(own -> names.add(own.file()));
    names.addAll(OTHERS);
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names) {
      try {
        texts.put(name, SampleWorkshop.resource("queries/" + name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Collections.unmodifiableMap(texts);
  }
}
