package dev.footfall.app.orchestration;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.time.Duration;
import java.util.List;

/**
 * A scope whose ledger is held and not kept: files that are written anew by every run know nothing
 * of earlier ones, but only one run at a time may write them.
 *
 * @param hold on the ledger; nothing is told it, and nothing asked but whether it still holds
 * @param run remembers what occurs twice in this run; {@link KeyState#NEW} for all before it
 */
record HeldScope(LedgerRun hold, LedgerRun run) implements LedgerRun {
  @Override
  public List<Known> reserve(List<LedgerKey> keys) {
    return run.reserve(keys);
  }

  @Override
  public void release(LedgerKey key) {
    run.release(key);
  }

  /** A claim of nothing, as before a file gets its name, fails when another run has taken over. */
  @Override
  public long claim(List<LedgerEntry> entries) {
    if (entries.isEmpty()) {
      hold.settle(hold.claim(List.of()), List.of());
    }
    return run.claim(entries);
  }

  @Override
  public void settle(long claim, List<Settlement> settlements) {
    run.settle(claim, settlements);
  }

  @Override
  public void hold(Duration needed) {
    hold.hold(needed);
  }

  @Override
  public void close() {
    hold.close();
  }
}
