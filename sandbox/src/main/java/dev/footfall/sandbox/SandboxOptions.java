package dev.footfall.sandbox;

import dev.footfall.sandbox.platform.Accounts;
import dev.footfall.sandbox.platform.FileJournal;
import dev.footfall.sandbox.platform.Journal;
import dev.footfall.sandbox.platform.TokenState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How a sandbox runs.
 *
 * @param port the loopback port, 0 for a free one
 * @param clock what windows are judged by
 * @param accounts tokens and targets by platform, beside the documented ones
 * @param journals where the accepted events of a platform outlive the sandbox
 * @param recentEvents how many accepted events a platform keeps for display
 * @param mostBodyBytes larger request bodies are refused with 413
 */
public record SandboxOptions(
    int port,
    InstantSource clock,
    Map<String, Accounts> accounts,
    Function<String, Journal> journals,
    int recentEvents,
    long mostBodyBytes) {

  /** Copies the accounts. */
  public SandboxOptions {
    accounts = Map.copyOf(accounts);
  }

  /** A free port, the system's clock, documented accounts, nothing on disk. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(
        0, InstantSource.system(), Map.of(), name -> Journal.none(), 1000, 16L << 20);
  }

  /** The same on a port. */
  public SandboxOptions onPort(int newPort) {
    return new SandboxOptions(newPort, clock, accounts, journals, recentEvents, mostBodyBytes);
  }

  /** The same by another clock. */
  public SandboxOptions by(InstantSource newClock) {
    return new SandboxOptions(port, newClock, accounts, journals, recentEvents, mostBodyBytes);
  }

  /** The same, telling a journal of each platform what is accepted. */
  public SandboxOptions telling(Function<String, Journal> newJournals) {
    return new SandboxOptions(port, clock, accounts, newJournals, recentEvents, mostBodyBytes);
  }

  /** The same, keeping accepted events in one NDJSON file a platform in a directory. */
  public SandboxOptions keepingIn(Path directory) {
    return telling(name -> new FileJournal(directory.resolve(name + ".ndjson")));
  }

  /** The same with one more token that a platform takes. */
  public SandboxOptions token(String platform, String token, TokenState state) {
    return with(platform, accounts.getOrDefault(platform, Accounts.none()).token(token, state));
  }

  /** The same with one more dataset, event set or ad account that a platform knows. */
  public SandboxOptions target(String platform, String target) {
    return with(platform, accounts.getOrDefault(platform, Accounts.none()).target(target));
  }

  /** The same, keeping more or fewer events for display. */
  public SandboxOptions recent(int events) {
    return new SandboxOptions(port, clock, accounts, journals, events, mostBodyBytes);
  }

  /** The same with another bound on request bodies. */
  public SandboxOptions bodiesUpTo(long bytes) {
    return new SandboxOptions(port, clock, accounts, journals, recentEvents, bytes);
  }

  private SandboxOptions with(String platform, Accounts more) {
    Map<String, Accounts> all = new HashMap<>(accounts);
    all.put(platform, more);
    return new SandboxOptions(port, clock, all, journals, recentEvents, mostBodyBytes);
  }
}
