package dev.footfall.core.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where all who share an account, in whatever process or run, agree on who goes next. Safe for
 * several threads; a change is made alone.
 */
public interface PaceBook {
  /** What becomes of an entry. */
  @FunctionalInterface
  interface Change {
    /** What now stands. */
    PaceEntry of(PaceEntry entry, Instant now);
  }

  /**
   * An entry as it now stands.
   *
   * @param now by the book's clock
   */
  record Seen(PaceEntry entry, Instant now) {}

  /**
   * Changes an account's entry.
   *
   * @param now by the caller's clock; a book that several machines share goes by its own
   * @return empty when the book is out of reach: whoever asks then goes by what he knows
   */
  Optional<Seen> change(String account, Instant now, Change change);

  /** A book that is forgotten with its owner. */
  static PaceBook inMemory() {
    Map<String, PaceEntry> entries = new HashMap<>();
    return (account, now, change) -> {
      synchronized (entries) {
        PaceEntry entry = change.of(entries.getOrDefault(account, PaceEntry.NEW), now);
        entries.put(account, entry);
        return Optional.of(new Seen(entry, now));
      }
    };
  }
}
