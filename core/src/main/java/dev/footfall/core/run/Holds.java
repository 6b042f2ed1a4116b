package dev.footfall.core.run;

import dev.footfall.core.ledger.LedgerKey;
import java.time.Instant;
import java.util.Set;

/**
 * Keyed digests of people and orders that were forgotten, so that a source which still has their
 * rows does not bring them back. Safe for several threads and processes; every write is durable on
 * return.
 */
public interface Holds {
  /** Holds these back until then; a hold that would last longer stays as it is. */
  void add(Set<LedgerKey> digests, Instant ends);

  /** Those that are held back now. */
  Set<LedgerKey> at(Instant now);

  /**
   * Forgets holds that have ended.
   *
   * @return how many
   */
  int expire(Instant now);
}
