package dev.footfall.store.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Ledgers for tests, at a fixed time. */
final class TestLedgers {
  private TestLedgers() {}

  static FileLedger in(Path folder, int memoryKeys) throws IOException {
    return at(folder, memoryKeys, Instant.ofEpochSecond(Entries.NOW));
  }

  static FileLedger at(Path folder, int memoryKeys, Instant now) throws IOException {
    LedgerSettings settings = new LedgerSettings(memoryKeys, Duration.ofDays(90));
    return new FileLedger(folder, settings, Clock.fixed(now, ZoneOffset.UTC));
  }

  static Path scopeFolder(Path ledger, String scope) {
    return ScopeFolder.of(ledger, scope).path();
  }

  static Path liveJournal(Path ledger, String scope) throws IOException {
    ScopeFolder folder = ScopeFolder.of(ledger, scope);
    return folder.journal(Manifest.read(folder.manifest()).journal());
  }

  /** What a crash at this moment would leave behind. */
  static void copy(Path from, Path to) {
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path d, BasicFileAttributes a)
                throws IOException {
              Files.createDirectories(to.resolve(from.relativize(d)));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path f, BasicFileAttributes a) throws IOException {
              Files.copy(f, to.resolve(from.relativize(f)));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path f, BasicFileAttributes a) throws IOException {
              Files.delete(f);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path d, IOException e) throws IOException {
              Files.delete(d);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
