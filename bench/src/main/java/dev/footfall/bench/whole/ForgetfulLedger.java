package dev.footfall.bench.whole;

import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.util.Collections;
import java.util.List;

/** Knows nothing and keeps nothing: what a run costs without its ledger. */
final class ForgetfulLedger implements LedgerRun {
  @Override
  public List<Known> reserve(List<LedgerKey> keys) {
    return Collections.nCopies(keys.size(), Known.NEW);
  }

  @Override
  public void release(LedgerKey key) {}

  @Override
  public long claim(List<LedgerEntry> entries) {
    return 0;
  }

  @Override
  public void settle(long claim, List<Settlement> settlements) {}

  @Override
  public void close() {}
}
