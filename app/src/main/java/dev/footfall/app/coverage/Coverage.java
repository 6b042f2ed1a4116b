package dev.footfall.app.coverage;

import java.util.List;

/**
 * How many rows and events carry what a platform matches people by, measured by the destination's
 * own mapping.
 *
 * <p>Only rows whose identity was judged count: those of events, and those rejected for want of an
 * identity. What is too old or opted out says nothing about its identifiers.
 *
 * @param rows judged
 * @param events judged; orders rejected for want of an identity are counted, too
 * @param fields that the query feeds, in the destination's order
 * @param absent that it could feed and does not
 */
public record Coverage(long rows, long events, List<Fed> fields, List<Absent> absent) {
  /** Copies the lists. */
  public Coverage {
    fields = List.copyOf(fields);
    absent = List.copyOf(absent);
  }

  /**
   * What a field is.
   *
   * @param column in the query
   * @param target where it goes
   * @param identifies whether it tells who bought
   * @param recommended whether the destination recommends it
   */
  public record Field(String column, String target, boolean identifies, boolean recommended) {}

  /**
   * A field that the query feeds.
   *
   * @param given rows whose cell is not blank
   * @param rows of these, those whose value is accepted and goes out with an event
   * @param events that carry a value
   */
  public record Fed(Field field, long given, long rows, long events) {}

  /**
   * A field that the query does not feed.
   *
   * @param field under the name that a query would give it
   * @param names further names for it
   * @param help what it is for
   * @param places where the source has a column of such a name; those of the query's tables first
   */
  public record Absent(Field field, List<String> names, String help, List<String> places) {
    /** Copies the lists. */
    public Absent {
      names = List.copyOf(names);
      places = List.copyOf(places);
    }
  }
}
