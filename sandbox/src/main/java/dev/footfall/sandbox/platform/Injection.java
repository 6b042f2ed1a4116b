package dev.footfall.sandbox.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fault asked for: what goes wrong, in how many requests, after how many good ones.
 *
 * @param kind one of {@link InjectionKind#GENERIC} or of the platform's own kinds
 * @param count how many requests it strikes; {@link #ALWAYS} until the next reset
 * @param after how many requests pass unharmed first
 * @param on the operation that it strikes ({@code events} unless said otherwise), or {@code all}
 * @param details what else the kind needs, by name; texts, numbers, booleans, lists of them
 */
public record Injection(String kind, int count, int after, String on, Map<String, Object> details) {
  /** A count that is never used up. */
  public static final int ALWAYS = -1;

  /** The operation that carries events. */
  public static final String EVENTS = "events";

  /** Stands for every operation. */
  public static final String EVERYTHING = "all";

  /** Copies the details. */
  public Injection {
    if (count == 0 || count < ALWAYS || after < 0) {
      throw new IllegalArgumentException(
          "count must be at least 1 (or -1 for always), after at least 0");
    }
    details = Map.copyOf(details);
  }

  /** A fault that strikes the next request with events. */
  public static Injection next(String kind) {
    return new Injection(kind, 1, 0, EVENTS, Map.of());
  }

  /** The same fault, striking {@code times} requests. */
  public Injection times(int times) {
    return new Injection(kind, times, after, on, details);
  }

  /** The same fault, letting some requests pass first. */
  public Injection afterLetting(int pass) {
    return new Injection(kind, count, pass, on, details);
  }

  /** The same fault, striking another operation. */
  public Injection striking(String operation) {
    return new Injection(kind, count, after, operation, details);
  }

  /** The same fault with one more detail. */
  public Injection with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new Injection(kind, count, after, on, more);
  }

  /** A text detail, or {@code otherwise}. */
  public String text(String name, String otherwise) {
    return String.valueOf(details.getOrDefault(name, otherwise));
  }

  /** A whole-number detail, or {@code otherwise}. */
  public int number(String name, int otherwise) {
    return details.get(name) instanceof Number number ? number.intValue() : otherwise;
  }

  /** A boolean detail, false when absent. */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(details.get(name));
  }

  /** A list detail, empty when absent. */
  public List<?> list(String name) {
    return details.get(name) instanceof List<?> list ? list : List.of();
  }
}
