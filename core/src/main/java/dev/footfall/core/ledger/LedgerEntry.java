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
  /** Later seconds are no times of events. */
  private static final long END_OF_TIME = 1L << Integer.SIZE;

  /** The line of the same event under another identity. */
  public LedgerEntry withKey(LedgerKey other) {
    return new LedgerEntry(
        other, rowsPrint, payloadPrint, idPrint, eventTime, claimedAt, runNumber);
  }

  /**
   * The same line, claimed at that Unix second, or when its event happened if that is later: on a
   * machine whose clock is years behind, the line would be too old at once.
   */
  public LedgerEntry claimed(long second) {
    long at = eventTime < END_OF_TIME ? Math.max(second, eventTime) : second;
    return new LedgerEntry(key, rowsPrint, payloadPrint, idPrint, eventTime, at, runNumber);
  }
}
