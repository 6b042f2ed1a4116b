package dev.footfall.core.run;

import dev.footfall.core.ledger.LedgerKey;

/**
 * A reference to rows that were rejected, or to an event that a platform refused. Holds no value of
 * any row.
 *
 * @param place whose it is
 * @param name keyed digest of the order's id; of another name where there is none
 * @param cause why
 * @param rows how many
 * @param first when it was first seen
 * @param last when it was last seen
 * @param eventTime when it happened, Unix seconds; 0 when no time could be read
 * @param until last Unix second at which the platform's window lets it be delivered
 */
public record Quarantined(
    Place place,
    LedgerKey name,
    Cause cause,
    int rows,
    Sighting first,
    Sighting last,
    long eventTime,
    long until) {

  /**
   * Whose entries.
   *
   * @param scope the ledger's: destination, target and mode
   * @param orchestration its name in the configuration
   */
  public record Place(String scope, String orchestration) {}

  /**
   * Why something is in quarantine.
   *
   * @param fate {@link RowFate#REJECTED} by us, or {@link RowFate#REFUSED} by the platform
   * @param code why
   * @param platformCode the platform's own code; empty when we rejected it
   * @param column the query's own label; empty when no column is to blame
   */
  public record Cause(RowFate fate, String code, String platformCode, String column) {}

  /**
   * A run that saw it.
   *
   * @param run its number
   * @param at what its clock said, Unix seconds
   */
  public record Sighting(int run, long at) {}

  /** The same seen twice, the second time by {@code other}; its rows add up. */
  public Quarantined and(Quarantined other) {
    return new Quarantined(
        place,
        name,
        cause,
        rows + other.rows,
        first,
        other.last,
        eventTime == 0 ? other.eventTime : eventTime,
        Math.max(until, other.until));
  }
}
