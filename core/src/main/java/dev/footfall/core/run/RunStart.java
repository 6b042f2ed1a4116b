package dev.footfall.core.run;

import java.time.Instant;

/**
 * What is known of a run when it begins.
 *
 * @param id the run's public name, unique over all runs
 * @param orchestration its name in the configuration
 * @param destination its name in the configuration
 * @param target dataset, ad account or the like within the destination
 * @param started when it began
 * @param terms what a run that goes on with it must know
 */
public record RunStart(
    String id,
    String orchestration,
    String destination,
    String target,
    Instant started,
    RunTerms terms) {
  /** A run of which no more is known. */
  public RunStart(
      String id, String orchestration, String destination, String target, Instant started) {
    this(id, orchestration, destination, target, started, RunTerms.plain(started));
  }
}
