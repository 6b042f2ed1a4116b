package dev.footfall.sandbox.platform;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A body sent as {@code application/x-www-form-urlencoded}, as token endpoints take it. */
public final class Form {
  private static final String TYPE = "application/x-www-form-urlencoded";

  private final Map<String, String> values;

  private Form(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Whether a call says that its body is such a form. */
  public static boolean isSentBy(Call call) {
    return call.header("Content-Type").split(";", 2)[0].strip().equalsIgnoreCase(TYPE);
  }

  /** The form in a call's body; what cannot be decoded is left out. */
  public static Form of(Call call) {
    Map<String, String> values = new HashMap<>();
    for (String pair : new String(call.body(), StandardCharsets.UTF_8).split("&")) {
      String[] parts = pair.split("=", 2);
      try {
        values.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      } catch (IllegalArgumentException undecodable) {
        values.remove(parts[0]);
      }
    }
    return new Form(values);
  }

  /** A value, empty when it is absent. */
  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
