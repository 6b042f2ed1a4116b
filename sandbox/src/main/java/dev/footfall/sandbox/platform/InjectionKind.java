package dev.footfall.sandbox.platform;

import java.util.List;
import java.util.Set;

/** A fault that can be asked for: its name, the details it understands, what happens. */
public record InjectionKind(String name, Set<String> details, String happens) {
  /** Answer with a status of one's choice. */
  public static final String STATUS = "status";

  /** Close the connection before the body is read. */
  public static final String DROP_BEFORE_READ = "drop_before_read";

  /** Close the connection after the body was read; nothing is stored. */
  public static final String DROP_AFTER_READ = "drop_after_read";

  /** Store, then close the connection without an answer. */
  public static final String DROP_AFTER_STORE = "drop_after_store";

  /** Answer late. */
  public static final String SLOW = "slow";

  /** Refuse as the platform does when calls come too fast. */
  public static final String THROTTLE = "throttle";

  /** Refuse whatever holds one particular event. */
  public static final String POISON = "poison";

  /** Send a person back from the consent page without consent. */
  public static final String DENY = "deny";

  /** The kinds that every double understands. */
  public static final List<InjectionKind> GENERIC =
      List.of(
          kind(
              STATUS,
              "answers `status` (default 500), stores nothing; `body`, `html` (true: an HTML error"
                  + " page), `retry_after`",
              STATUS,
              "body",
              "html",
              "retry_after"),
          kind(DROP_BEFORE_READ, "closes the connection without reading the body"),
          kind(DROP_AFTER_READ, "reads the body, stores nothing, closes the connection"),
          kind(DROP_AFTER_STORE, "stores, then closes the connection without an answer"),
          kind(SLOW, "answers rightly, but `delay_ms` late (default 2000)", "delay_ms"),
          kind(
              THROTTLE,
              "refuses as too fast, in the platform's own words; `retry_after` (seconds or a date),"
                  + " `code`, `subcode`, `minutes`",
              "retry_after",
              "code",
              "subcode",
              "minutes"),
          kind(
              POISON,
              "refuses the event whose id is `event_id`, wherever it turns up, until reset",
              "event_id"),
          kind(DENY, "`on` authorize: the person says no"));

  /** Copies the details. */
  public InjectionKind {
    details = Set.copyOf(details);
  }

  /** A kind of a platform's own. */
  public static InjectionKind kind(String name, String happens, String... details) {
    return new InjectionKind(name, Set.of(details), happens);
  }
}
