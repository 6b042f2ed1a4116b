package dev.footfall.core.destination;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What a run tells its destination.
 *
 * @param settings in force
 * @param binding of the query's columns
 * @param now the run's clock at its start
 * @param zone the orchestration's zone, for times without one
 * @param firstSend whether the wider window of a first send is open
 * @param runId name of the run, for the names of files
 */
public record RouteContext(
    SettingValues settings,
    Binding binding,
    Instant now,
    ZoneId zone,
    boolean firstSend,
    String runId) {}
