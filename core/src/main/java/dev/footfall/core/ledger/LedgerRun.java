package dev.footfall.core.ledger;

import java.time.Duration;
import java.util.List;

/**
 * One run's hold on a scope: reserve, claim, settle.
 *
 * <p>{@link #reserve} is called by the mapping thread, {@link #claim} and {@link #settle} by
 * sending threads; implementations are safe for that. Memory is bounded whatever the number of
 * keys.
 */
public interface LedgerRun extends AutoCloseable {
  /**
   * Looks up a block of keys in one pass and reserves those that are new, so that the same key
   * later in this run is a {@link KeyState#DUPLICATE}; also when both are in this block, and also
   * after its claim was settled, whatever the settlement. {@link KeyState#UNKNOWN} keys are
   * reserved too: the caller may claim them again or leave them. {@link KeyState#DELIVERED} keys
   * are not; they may still be claimed, to send changed content. A reservation stays in memory
   * until it is claimed or released.
   *
   * @return one answer a key, in the same order
   */
  List<Known> reserve(List<LedgerKey> keys);

  /**
   * Gives a reserved key back without sending, because its event was rejected: a later row of this
   * run may bring the same key again, and is told what the first was told. Does nothing when the
   * key is claimed, settled or was never reserved.
   */
  void release(LedgerKey key);

  /**
   * Records that these events are about to be sent. On return the claim is durable (one sync a
   * call).
   *
   * @return number of the claim, for {@link #settle}
   * @throws LeaseLost when another run has taken over the scope: nothing is claimed, and nothing
   *     may be sent
   */
  long claim(List<LedgerEntry> entries);

  /**
   * Records what became of a claim's events.
   *
   * @param settlements one an entry, in the order of the claim
   * @throws LeaseLost when another run has taken over the scope: it knows the events as UNKNOWN
   */
  void settle(long claim, List<Settlement> settlements);

  /**
   * Makes sure that the scope stays this run's for some time from now, whatever happens to the
   * process meanwhile; asks the store when it cannot know without. A ledger whose scope cannot be
   * taken from a living process has nothing to do.
   *
   * @param needed how long; of a time longer than a lease, as much as a lease can give
   * @throws LeaseLost when another run has taken over the scope
   */
  default void hold(Duration needed) {}

  /** Ends the run; claims that were not settled stay UNKNOWN. Does the housekeeping. */
  @Override
  void close();
}
