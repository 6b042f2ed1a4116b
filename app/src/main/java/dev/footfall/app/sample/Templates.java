package dev.footfall.app.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The queries that a new project starts with: one in canonical columns for all destinations, and
 * platform-shaped ones.
 */
public final class Templates {

  /** The canonical query, which feeds every destination. */
  public static final String CANONICAL = "sales.sql";

  private static final List<String> NAMES =
      List.of(
          CANONICAL,
          "meta-items.sql",
          "meta-orders.sql",
          "tiktok-items.sql",
          "pinterest-items.sql",
          "pinterest-orders.sql");

  private Templates() {}

  /** File name → Presto SQL, the canonical query first. */
  public static Map<String, String> all() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : NAMES) {
      try {
        texts.put(name, SampleWorkshop.resource("queries/" + name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Collections.unmodifiableMap(texts);
  }
}
