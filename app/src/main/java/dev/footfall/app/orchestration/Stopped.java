package dev.footfall.app.orchestration;

import dev.footfall.app.config.UnresolvedReference;
import dev.footfall.app.fault.DiskFault;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.ledger.LeaseLost;
import dev.footfall.core.ledger.LedgerBusy;
import dev.footfall.core.ledger.LedgerDamaged;
import dev.footfall.core.source.SourceFault;
import dev.footfall.store.sql.StoreFault;

/**
 * Why a run ended before its end.
 *
 * @param ending how that counts
 * @param code one word for programs, such as {@code CREDENTIALS_REJECTED} or {@code LEASE_LOST}
 * @param words for people; no values of rows
 * @param advice what to do
 */
public record Stopped(RunReport.Ending ending, String code, String words, String advice) {
  /** The code of a run that never began, because another one sends to its target. */
  public static final String BUSY = "LEDGER_BUSY";

  private static final String AGAIN = "Run again; --resume goes on with the same window";

  /** The platform, the credential or a person ended it. */
  static Stopped of(Reading.Stop stop, boolean isInterrupted) {
    return new Stopped(
        isInterrupted ? RunReport.Ending.INTERRUPTED : RunReport.Ending.STOPPED,
        stop.code().name(),
        stop.words(),
        stop.code().advice());
  }

  /**
   * A fault ended it; what its message says may stand in the history only where it holds no value.
   */
  static Stopped by(RuntimeException fault) {
    if (DiskFault.DISK_FULL.caused(fault)) {
      return stopped(DiskFault.DISK_FULL);
    }
    if (fault instanceof LeaseLost) {
      return stopped(LeaseLost.CODE, told(fault, LeaseLost.CODE));
    }
    if (fault instanceof StoreFault store) {
      return stopped(store.kind().name(), told(fault, store.kind().name()));
    }
    if (fault instanceof LedgerDamaged) {
      return stopped(LedgerDamaged.CODE, told(fault, LedgerDamaged.CODE));
    }
    if (fault instanceof LedgerBusy) {
      return stopped(BUSY, told(fault, BUSY));
    }
    if (fault instanceof UnresolvedReference missing) {
      return stopped(UnresolvedReference.CODE, missing.line());
    }
    if (fault instanceof SettingFault) {
      return stopped("BAD_SETTING", told(fault, "BAD_SETTING"));
    }
    if (fault instanceof SourceFault) {
      return stopped("SOURCE_FAILED", "the query or its source failed");
    }
    if (DiskFault.DISK_UNUSABLE.caused(fault)) {
      return stopped(DiskFault.DISK_UNUSABLE);
    }
    return new Stopped(
        RunReport.Ending.FAILED,
        "INTERNAL_FAULT",
        fault.getClass().getSimpleName(),
        "Run again with -v and report what it prints");
  }

  private static Stopped stopped(String code, String words) {
    return new Stopped(RunReport.Ending.STOPPED, code, words, AGAIN);
  }

  private static Stopped stopped(DiskFault disk) {
    return stopped(disk.name(), disk.meaning());
  }

  private static String told(RuntimeException fault, String code) {
    String message = String.valueOf(fault.getMessage());
    return message.startsWith(code + ": ") ? message.substring(code.length() + 2) : message;
  }
}
