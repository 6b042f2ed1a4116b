package dev.footfall.sandbox.platform;

import java.util.List;

/**
 * What lies before every double: its sign, its books, and the faults that were asked for.
 *
 * @param books what it accepted and refused
 * @param injections the faults that it knows, and those that wait
 */
public record Desk(Sign sign, Books books, Injections injections) {
  /**
   * What people call a double by.
   *
   * @param name the path prefix, which is also the name used on the command line: {@code meta}
   * @param title the name for people: {@code Meta Conversions API}
   * @param hint what a newcomer sends to it: the documented credential and target
   */
  public record Sign(String name, String title, String hint) {}

  /** An empty desk. */
  public static Desk of(
      Sign sign, List<InjectionKind> kinds, Duplicates duplicates, Equipment equipment) {
    Books books = new Books(duplicates, equipment.journal(), equipment.recentEvents());
    return new Desk(sign, books, new Injections(kinds));
  }

  /** Forgets events, requests and waiting faults. */
  public void clear() {
    books.clear();
    injections.clear();
  }
}
