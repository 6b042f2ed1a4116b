package dev.footfall.store.postgres;

import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys of a run that the table does not know of yet: reserved, or claimed and not settled. All
 * others are forgotten, so that memory is bounded by what is under way. Safe for several threads.
 */
final class KeysInHand {
  private final Set<LedgerKey> reserved = new HashSet<>();
  private final Map<LedgerKey, Integer> claimed = new HashMap<>();
  private final Map<Long, List<LedgerKey>> claims = new HashMap<>();
  private long lastClaim;

  synchronized boolean holds(LedgerKey key) {
    return reserved.contains(key) || claimed.containsKey(key);
  }

  /** Reserves a key; false when it is in hand already. */
  synchronized boolean reserve(LedgerKey key) {
    return !claimed.containsKey(key) && reserved.add(key);
  }

  synchronized void release(LedgerKey key) {
    reserved.remove(key);
  }

  /** Notes a claim under the next number. */
  synchronized long claim(List<LedgerEntry> entries) {
    List<LedgerKey> keys = new ArrayList<>(entries.size());
    for (LedgerEntry entry : entries) {
      keys.add(entry.key());
      claimed.merge(entry.key(), 1, Integer::sum);
      reserved.remove(entry.key());
    }
    claims.put(++lastClaim, keys);
    return lastClaim;
  }

  /** The keys of a claim that is not settled. */
  synchronized List<LedgerKey> ofClaim(long number, int size) {
    List<LedgerKey> keys = claims.get(number);
    if (keys == null || keys.size() != size) {
      throw new IllegalArgumentException(
          "claim " + number + " is not open or does not have " + size + " entries");
    }
    return keys;
  }

  synchronized void settled(long number) {
    List<LedgerKey> keys = claims.remove(number);
    if (keys != null) {
      keys.forEach(
          key -> claimed.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1));
    }
  }

  /** How many there are, to check the bound. */
  synchronized int size() {
    return reserved.size() + claimed.size();
  }
}
