package dev.footfall.store;

import dev.footfall.core.credential.TokenStore;
import dev.footfall.core.ledger.Ledger;
import dev.footfall.core.run.OutcomeLog;
import dev.footfall.core.run.RunLog;
import dev.footfall.core.run.StateNotes;
import dev.footfall.store.disk.DurableFiles;
import dev.footfall.store.ledger.FileLedger;
import dev.footfall.store.secret.InstallationSecret;
import dev.footfall.store.secret.LedgerKeys;
import dev.footfall.store.secret.TokenCipher;
import dev.footfall.store.sqlite.Database;
import dev.footfall.store.sqlite.SqliteOutcomeLog;
import dev.footfall.store.sqlite.SqliteRunLog;
import dev.footfall.store.sqlite.SqliteStateNotes;
import dev.footfall.store.sqlite.SqliteTokenStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * All state that outlives a run, in one folder: ledger, runs, outcomes, tokens, notes.
 *
 * <p>Holds no personal data and no token in plain. Several processes may open the same folder; the
 * ledger lets one run at a time write to a scope. Safe for several threads.
 */
public final class Store implements AutoCloseable {
  private static final String STORE_SCOPE = "footfall store";
  private static final String SECRET_PRINT = "secret print";

  private final Database database;
  private final Ledger ledger;
  private final InstallationSecret secret;
  private final StoreSettings settings;
  private final OutcomeLog outcomes;

  private Store(
      Database database, Ledger ledger, InstallationSecret secret, StoreSettings settings) {
    this.database = database;
    this.ledger = ledger;
    this.secret = secret;
    this.settings = settings;
    this.outcomes = new SqliteOutcomeLog(database, settings.outcomesPerRun());
  }

  /** Opens the store in this folder, which is made when it is missing. */
  public static Store open(Path folder) throws IOException {
    return open(folder, StoreSettings.defaults(), Clock.systemUTC());
  }

  /**
   * Opens the store in this folder, which is made when it is missing.
   *
   * @param clock judges how old the ledger's lines are
   */
  public static Store open(Path folder, StoreSettings settings, Clock clock) throws IOException {
    DurableFiles.privateFolder(folder);
    InstallationSecret secret = InstallationSecret.open(folder.resolve("secret"));
    Database database = Database.open(folder.resolve("footfall.db"));
    try {
      checkSecret(new SqliteStateNotes(database), secret, folder);
      Ledger ledger = new FileLedger(folder.resolve("ledger"), settings.ledger(), clock);
      return new Store(database, ledger, secret, settings);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  // Under another secret every key looks new, and everything would be sent again.
  private static void checkSecret(StateNotes notes, InstallationSecret secret, Path folder) {
    Optional<String> expected = notes.read(STORE_SCOPE, SECRET_PRINT);
    if (expected.isEmpty()) {
      notes.write(STORE_SCOPE, SECRET_PRINT, secret.print());
    } else if (!expected.get().equals(secret.print())) {
      throw new IllegalStateException(
          folder.resolve("secret")
              + " is not the secret that this ledger was written with; restore the right file");
    }
  }

  /** What was delivered before. */
  public Ledger ledger() {
    return ledger;
  }

  /** Makes the ledger's keys. */
  public LedgerKeys keys() {
    return new LedgerKeys(secret);
  }

  /** Renewed tokens, encrypted at rest. */
  public TokenStore tokens() {
    return new SqliteTokenStore(database, new TokenCipher(secret));
  }

  /** Small facts that outlive a run. */
  public StateNotes notes() {
    return new SqliteStateNotes(database);
  }

  /** The history of runs. */
  public RunLog runs() {
    return new SqliteRunLog(database);
  }

  /** What became of events that were not plainly accepted. */
  public OutcomeLog outcomes() {
    return outcomes;
  }

  /** The bounds that it was opened with. */
  public StoreSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    ledger.close();
    database.close();
  }
}
