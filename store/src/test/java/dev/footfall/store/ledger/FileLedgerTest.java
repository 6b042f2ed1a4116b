package dev.footfall.store.ledger;

import dev.footfall.core.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The embedded ledger keeps the contract, also when it flushes at every turn. */
class FileLedgerTest {
  abstract static class OfFiles extends LedgerContract {
    @TempDir Path folder;

    abstract int memoryKeys();

    @Override
    Ledger open() {
      try {
        return TestLedgers.in(folder, memoryKeys());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Nested
  class WithRoomInMemory extends OfFiles {
    @Override
    int memoryKeys() {
      return 500_000;
    }
  }

  @Nested
  class FlushingAtEveryTurn extends OfFiles {
    @Override
    int memoryKeys() {
      return 1;
    }
  }
}
