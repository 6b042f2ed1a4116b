package dev.footfall.app.config;

import dev.footfall.core.destination.Vocabulary;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A query, a source and a destination put together.
 *
 * @param names of the source and the destination
 * @param query how its SQL is read
 * @param columns whose column names the query bears, if it says so
 * @param zone for times without one
 * @param settings over those of the destination
 * @param maxRejected the share of rejected rows, 0 to 1, above which a run counts as a failure
 */
public record OrchestrationConfig(
    String name,
    Place place,
    Names names,
    Query query,
    Optional<Vocabulary> columns,
    ZoneId zone,
    Map<String, ConfigText> settings,
    BigDecimal maxRejected) {
  /** Copies the map. */
  public OrchestrationConfig {
    settings = Map.copyOf(settings);
  }

  /** What it refers to. */
  public record Names(String source, String destination) {}

  /**
   * The query and how it is read.
   *
   * @param path of the SQL file
   * @param place where the project file names it
   */
  public record Query(Path path, Place place, Dialect dialect, boolean strict) {}

  /** Who reads the SQL. */
  public enum Dialect {
    /** Presto SQL, the same on every source. */
    PRESTO,
    /** The source's own SQL. */
    NATIVE
  }
}
