package dev.footfall.store.ledger;

import dev.footfall.core.ledger.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The embedded ledger keeps the contract when it flushes at every settlement, too. */
class FlushingFileLedgerTest extends LedgerContract {
  private static final int MEMORY_KEYS = 1;

  @TempDir Path folder;

  @Override
  protected Ledger open() {
    try {
      return TestLedgers.in(folder, MEMORY_KEYS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
