package dev.footfall.app.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.ledger.ForgetfulRun;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LeaseLost;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.store.ledger.FileLedger;
import dev.footfall.store.ledger.LedgerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are written anew by every run: nothing is kept, but only one run may write them. */
class HeldScopeTest {
  private static final LedgerKey KEY = new LedgerKey(1, 2);
  private static final LedgerEntry ENTRY = new LedgerEntry(KEY, 0, 0, 0, 0, 0, 1);

  @TempDir Path folder;

  @Test
  void what_is_claimed_is_not_kept() throws IOException {
    FileLedger ledger = new FileLedger(folder, LedgerSettings.defaults(), Clock.systemUTC());
    try (LedgerRun run = new HeldScope(ledger.begin("files", 1), forgets())) {
      run.settle(run.claim(List.of(ENTRY)), List.of(Settlement.DELIVERED));
      run.settle(run.claim(List.of()), List.of());
    }
    assertThat(ledger.find("files", KEY)).isEmpty();
  }

  @Test
  void no_file_gets_its_name_after_another_run_has_taken_over() {
    try (LedgerRun run = new HeldScope(new Overtaken(), forgets())) {
      assertThat(run.claim(List.of(ENTRY))).isPositive();
      assertThatThrownBy(() -> run.claim(List.of())).isInstanceOf(LeaseLost.class);
    }
  }

  private static LedgerRun forgets() {
    return new ForgetfulRun();
  }

  /** A hold that another run has taken. */
  private static final class Overtaken implements LedgerRun {
    @Override
    public List<Known> reserve(List<LedgerKey> keys) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public void release(LedgerKey key) {}

    @Override
    public long claim(List<LedgerEntry> entries) {
      throw new LeaseLost("gone");
    }

    @Override
    public void settle(long claim, List<Settlement> settlements) {}

    @Override
    public void close() {}
  }
}
