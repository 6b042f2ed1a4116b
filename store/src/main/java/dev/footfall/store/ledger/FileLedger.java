package dev.footfall.store.ledger;

import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.Ledger;
import dev.footfall.core.ledger.LedgerBusy;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.ScopeHold;
import dev.footfall.core.ledger.Tally;
import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The embedded ledger: a folder for each scope, with a journal and sorted segments.
 *
 * <p>Survives {@code kill -9} at any byte. After a loss of power, settlements since the last claim
 * may read as UNKNOWN; claims never get lost. Safe for several threads and processes.
 */
public final class FileLedger implements Ledger {
  private static final int READ_ATTEMPTS = 10;
  private static final int NO_RUN = 0;

  private final Path folder;
  private final LedgerSettings settings;
  private final Clock clock;

  /**
   * A ledger in this folder, which is made when it is missing.
   *
   * @param clock judges what is older than the retention
   */
  public FileLedger(Path folder, LedgerSettings settings, Clock clock) throws IOException {
    this.folder = folder;
    this.settings = settings;
    this.clock = clock;
    DurableFiles.privateFolder(folder);
  }

  @Override
  public LedgerRun begin(String scope, int runNumber) {
    try {
      ScopeFolder scopeFolder = ScopeFolder.of(folder, scope);
      DurableFiles.privateFolder(scopeFolder.path());
      ScopeLock lock = ScopeLock.take(scopeFolder.lock(), scope, runNumber);
      try {
        ScopeStore store = ScopeStore.openForRun(scopeFolder, scope);
        return new FileLedgerRun(lock, store, new FileLedgerRun.Limits(settings, clock, runNumber));
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the ledger in " + folder, e);
    }
  }

  @Override
  public Optional<Known> find(String scope, LedgerKey key) {
    return read(scope, lines -> lines.look(key)).flatMap(known -> known);
  }

  @Override
  public List<LedgerEntry> unknown(String scope) {
    return read(scope, Lines::unknown).orElse(List.of());
  }

  @Override
  public int forget(String scope, Set<LedgerKey> keys) {
    ScopeFolder scopeFolder = ScopeFolder.of(folder, scope);
    if (keys.isEmpty() || Files.notExists(scopeFolder.manifest())) {
      return 0;
    }
    try {
      ScopeLock lock = ScopeLock.take(scopeFolder.lock(), scope, NO_RUN);
      try {
        return ScopeStore.openForRun(scopeFolder, scope).forget(keys);
      } finally {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot take lines out of the ledger in " + folder, e);
    }
  }

  @Override
  public void purge() {
    long cutoff = clock.instant().minus(settings.retention()).getEpochSecond();
    try (DirectoryStream<Path> scopes = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path scope : scopes) {
        purge(new ScopeFolder(scope), cutoff);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot drop old lines of the ledger in " + folder, e);
    }
  }

  private static void purge(ScopeFolder scope, long cutoff) throws IOException {
    if (Files.notExists(scope.manifest())) {
      return;
    }
    String name = Manifest.read(scope.manifest()).scope();
    try {
      ScopeLock lock = ScopeLock.take(scope.lock(), name, NO_RUN);
      try {
        ScopeStore.openForRun(scope, name).mergeAfterRun(cutoff);
      } finally {
        lock.close();
      }
    } catch (LedgerBusy running) {
      // It drops what is old at its own end.
    }
  }

  @Override
  public Tally tally(String scope, int runNumber) {
    return read(scope, lines -> lines.tally(runNumber)).orElse(Tally.NONE);
  }

  @Override
  public Optional<ScopeHold> hold(String scope) {
    try {
      return ScopeLock.look(ScopeFolder.of(folder, scope).lock());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ledger in " + folder, e);
    }
  }

  private <T> Optional<T> read(String scope, Function<Lines, T> question) {
    ScopeFolder scopeFolder = ScopeFolder.of(folder, scope);
    try {
      for (int attempt = 1; Files.exists(scopeFolder.manifest()); attempt++) {
        try {
          return Optional.of(question.apply(ScopeStore.read(scopeFolder)));
        } catch (NoSuchFileException e) { // a run has just flushed or merged
          if (attempt == READ_ATTEMPTS) {
            throw e;
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ledger in " + folder, e);
    }
  }

  /** Does nothing: every run closes its own files. */
  @Override
  public void close() {}
}
