package dev.footfall.store.ledger;

import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One run over a scope of the embedded ledger.
 *
 * <p>One lock guards memory and the order of the journal; waiting for the disk happens outside it,
 * so that one sync serves all claims that wait. After a failed write the run takes nothing more and
 * leaves its files as they are, for the next opening to replay.
 */
final class FileLedgerRun implements LedgerRun {
  private static final int JOURNAL_BYTES_A_KEY = 4 * Line.BYTES;

  private final ScopeLock scopeLock;
  private final ScopeStore store;
  private final Limits limits;
  private final SortedMap<Long, long[]> open = new TreeMap<>();
  private @Nullable Journal journal;
  private long lastClaim;
  private @Nullable UncheckedIOException failure;
  private boolean closed;

  FileLedgerRun(ScopeLock scopeLock, ScopeStore store, Limits limits) {
    this.scopeLock = scopeLock;
    this.store = store;
    this.limits = limits;
  }

  @Override
  public synchronized List<Known> reserve(List<LedgerKey> keys) {
    check();
    List<Known> answers = new ArrayList<>(keys.size());
    store.lines().reserve(keys, answers);
    return answers;
  }

  @Override
  public synchronized void release(LedgerKey key) {
    check();
    store.lines().release(key);
  }

  @Override
  public long claim(List<LedgerEntry> entries) {
    for (LedgerEntry entry : entries) {
      if (entry.runNumber() != limits.runNumber()) {
        throw new IllegalArgumentException("an entry names another run than the one that claims");
      }
    }
    long[] words = JournalRecord.pack(entries);
    try {
      return claim(words);
    } catch (IOException e) {
      throw failed("a claim", e);
    }
  }

  private long claim(long[] words) throws IOException {
    Journal used;
    long number;
    long end;
    synchronized (this) {
      check();
      used = journal();
      number = ++lastClaim;
      end = used.append(JournalRecord.claim(number, words, used.durable()));
      open.put(number, words);
      store.lines().claim(words);
    }
    used.sync(end);
    return number;
  }

  @Override
  public synchronized void settle(long claim, List<Settlement> settlements) {
    check();
    long[] words = open.get(claim);
    if (words == null || words.length != settlements.size() * Line.WORDS) {
      throw new IllegalArgumentException(
          "claim " + claim + " is not open or does not have " + settlements.size() + " entries");
    }
    try {
      Journal used = journal();
      used.append(JournalRecord.settled(claim, settlements, used.durable()));
      open.remove(claim);
      int at = 0;
      for (Settlement settlement : settlements) {
        store.lines().settle(words, at, JournalRecord.state(settlement));
        at += Line.WORDS;
      }
      if (store.lines().fresh() >= limits.settings().memoryKeys()
          || used.length() > (long) limits.settings().memoryKeys() * JOURNAL_BYTES_A_KEY) {
        flush(used);
      }
    } catch (IOException e) {
      throw failed("a settlement", e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (scopeLock) {
      try (Journal used = journal) {
        if (used != null && failure == null && !used.broken()) {
          abandonOpenClaims();
          store.flush(Collections.emptySortedMap(), true);
        }
      }
      if (failure == null) {
        store.mergeAfterRun(limits.cutoff());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot fold the run's claims into the ledger in " + store.folder(), e);
    }
  }

  /** How many keys are held in memory, to check the bound. */
  synchronized int keysInMemory() {
    return store.lines().inMemory();
  }

  private void abandonOpenClaims() {
    for (long[] words : open.values()) {
      for (int at = 0; at < words.length; at += Line.WORDS) {
        store.lines().abandon(words, at);
      }
    }
  }

  private void flush(Journal used) throws IOException {
    try {
      List<Journal> next = store.flush(open, false);
      journal = next.isEmpty() ? null : next.get(0);
      used.retire();
      store.mergeDuringRun();
    } catch (IOException e) {
      throw failed("a segment", e); // which manifest is on disk is uncertain
    } catch (RuntimeException e) {
      failure = failed("a segment", new IOException(e));
      throw e;
    }
  }

  private Journal journal() throws IOException {
    Journal used = journal;
    if (used == null) {
      used = store.createJournal();
      journal = used;
    }
    return used;
  }

  private void check() {
    if (closed) {
      throw new IllegalStateException("the ledger's run is closed");
    }
    if (failure != null) {
      throw new UncheckedIOException(failure.getMessage(), failure.getCause());
    }
  }

  /** The first failure is the one that everybody hears of. */
  private synchronized UncheckedIOException failed(String what, IOException cause) {
    UncheckedIOException now =
        new UncheckedIOException(
            "cannot write " + what + " to the ledger in " + store.folder(), cause);
    failure = failure == null ? now : failure;
    return now;
  }

  /**
   * What bounds a run.
   *
   * @param settings memory and retention
   * @param clock judges retention
   * @param runNumber the run that claims
   */
  record Limits(LedgerSettings settings, Clock clock, int runNumber) {
    long cutoff() {
      return clock.instant().minus(settings.retention()).getEpochSecond();
    }
  }
}
