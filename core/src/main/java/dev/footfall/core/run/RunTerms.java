package dev.footfall.core.run;

import java.time.Instant;

/**
 * What decided which rows a run saw and which events it could send: a run that goes on with it
 * needs the same.
 *
 * @param now what its query took for now
 * @param isNowGiven whether a person gave that instant, and the run's clock began there
 * @param isFirstSend whether the wider window of a first send was open
 * @param isDry whether nothing was to be sent
 * @param ledgerScope where the ledger keeps its events; empty when nothing is kept or held
 */
public record RunTerms(
    Instant now, boolean isNowGiven, boolean isFirstSend, boolean isDry, String ledgerScope) {
  /** The terms of a run of which no more is known than when it began. */
  public static RunTerms plain(Instant started) {
    return new RunTerms(started, false, false, false, "");
  }
}
