package dev.footfall.core.destination;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a run tells its destination.
 *
 * @param settings in force
 * @param binding of the query's columns
 * @param now the run's clock at its start
 * @param zone the orchestration's zone, for times without one
 * @param firstSend whether the wider window of a first send is open
 * @param runId name of the run, for the names of files
 * @param facts what {@link Route#lookup} found; empty before it was asked, and in previews
 */
public record RouteContext(
    SettingValues settings,
    Binding binding,
    Instant now,
    ZoneId zone,
    boolean firstSend,
    String runId,
    Map<String, String> facts) {
  /** Copies the map. */
  public RouteContext {
    facts = Map.copyOf(facts);
  }

  /** Before anything was looked up. */
  public RouteContext(
      SettingValues settings,
      Binding binding,
      Instant now,
      ZoneId zone,
      boolean firstSend,
      String runId) {
    this(settings, binding, now, zone, firstSend, runId, Map.of());
  }

  /** The same, knowing more. */
  public RouteContext knowing(Map<String, String> found) {
    return new RouteContext(settings, binding, now, zone, firstSend, runId, found);
  }
}
