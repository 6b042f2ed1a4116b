package dev.footfall.app.orchestration;

import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.OutcomeLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what became of rows that were not plainly accepted, under digests of their order ids, so
 * that an order can be traced without its data being kept.
 */
final class OutcomeKeeper implements FateListener {
  /** Purpose of the digests of order ids, apart from the ledger's own keys. */
  static final String ORDER = "order";

  /** Many, because orders come in no order, and the more there are, the closer they are stored. */
  private static final int BATCH = 10_000;

  private static final LedgerKey NO_ORDER = new LedgerKey(0, 0);

  private final OutcomeLog log;
  private final KeyDigest digest;
  private final int runNumber;
  private final FateListener next;
  private List<OutcomeLine> batch = new ArrayList<>();
  private boolean isFull;
  private long heard;
  private long kept;

  OutcomeKeeper(OutcomeLog log, KeyDigest digest, int runNumber, FateListener next) {
    this.log = log;
    this.digest = digest;
    this.runNumber = runNumber;
    this.next = next;
  }

  static LedgerKey key(KeyDigest digest, String orderId) {
    return digest.part(orderId).finish();
  }

  @Override
  public synchronized void hear(Line line) {
    next.hear(line);
    heard++;
    if (isFull) {
      return;
    }
    LedgerKey order = line.orderId().isEmpty() ? NO_ORDER : key(digest, line.orderId());
    batch.add(
        new OutcomeLine(
            runNumber, order, line.fate(), line.code().name(), line.column(), line.message(), 1));
    if (batch.size() == BATCH) {
      flush();
    }
  }

  synchronized void flush() {
    if (!batch.isEmpty()) {
      int written = log.record(batch);
      isFull = written < batch.size();
      kept += written;
      batch = new ArrayList<>();
    }
  }

  /** After a fault: what the log still takes, and no further fault. */
  synchronized void keepIfItCan() {
    try {
      flush();
    } catch (RuntimeException further) {
      batch.clear();
    }
  }

  /** What to say when the history could not keep every outcome; empty when it did. */
  synchronized Optional<String> leftOut() {
    return heard == kept
        ? Optional.empty()
        : Optional.of(
            RunReport.OUTCOMES_LEFT_OUT
                + ": the history keeps the first "
                + kept
                + " of this run's "
                + heard
                + " outcomes for 'trace'; --rejects writes them all");
  }
}
