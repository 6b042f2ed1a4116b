package dev.footfall.core.run;

import dev.footfall.core.ledger.LedgerKey;

/**
 * What became of one event that was not plainly accepted. Holds no value of any row.
 *
 * @param runNumber the run that met it
 * @param order keyed digest of its order id; all zero when it has none
 * @param fate accepted, rejected, refused, unknown …
 * @param code why
 * @param column the column at fault; empty when there is none
 * @param words the platform's own words, masked; empty when there are none
 * @param rows how many rows made the event
 */
public record OutcomeLine(
    int runNumber,
    LedgerKey order,
    String fate,
    String code,
    String column,
    String words,
    int rows) {}
