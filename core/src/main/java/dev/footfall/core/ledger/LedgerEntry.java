package dev.footfall.core.ledger;

/**
 * One event's line in the ledger. No field can be turned back into an order id or a person.
 *
 * @param key keyed digest of the event's identity
 * @param rowsPrint fingerprint of the cells that made the event
 * @param payloadPrint fingerprint of the bytes that were sent
 * @param idPrint fingerprint of the event id that the platform saw
 * @param eventTime when it happened, Unix seconds
 * @param claimedAt when it was claimed for sending, Unix seconds
 * @param runNumber the run that claimed it
 */
public record LedgerEntry(
    LedgerKey key,
    long rowsPrint,
    long payloadPrint,
    long idPrint,
    long eventTime,
    long claimedAt,
    int runNumber) {
  /** The line of the same event under another identity. */
  public LedgerEntry withKey(LedgerKey other) {
    return new LedgerEntry(
        other, rowsPrint, payloadPrint, idPrint, eventTime, claimedAt, runNumber);
  }

  /** The same line, claimed at that Unix second. */
  public LedgerEntry claimed(long second) {
    return new LedgerEntry(key, rowsPrint, payloadPrint, idPrint, eventTime, second, runNumber);
  }
}
