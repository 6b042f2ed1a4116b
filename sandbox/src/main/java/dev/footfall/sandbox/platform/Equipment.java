package dev.footfall.sandbox.platform;

/** What every double is given when the sandbox starts. */
public record Equipment(Accounts accounts, Journal journal, int recentEvents) {

  /** Nothing beside the documented accounts, nothing on disk. */
  public static Equipment plain() {
    return new Equipment(Accounts.none(), Journal.none(), 1000);
  }
}
