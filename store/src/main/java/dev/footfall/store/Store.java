package dev.footfall.store;

import dev.footfall.core.credential.TokenStore;
import dev.footfall.core.delivery.PaceBook;
import dev.footfall.core.ledger.Ledger;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.Holds;
import dev.footfall.core.run.OutcomeLog;
import dev.footfall.core.run.Quarantine;
import dev.footfall.core.run.RunLog;
import dev.footfall.core.run.StateNotes;
import dev.footfall.store.disk.DurableFiles;
import dev.footfall.store.disk.FilePaceBook;
import dev.footfall.store.disk.FilePresence;
import dev.footfall.store.ledger.FileLedger;
import dev.footfall.store.postgres.LeaseTerms;
import dev.footfall.store.postgres.PostgresDatabase;
import dev.footfall.store.postgres.PostgresLedger;
import dev.footfall.store.postgres.PostgresPaceBook;
import dev.footfall.store.postgres.PostgresPlace;
import dev.footfall.store.postgres.PostgresPresence;
import dev.footfall.store.postgres.PostgresTokenStore;
import dev.footfall.store.secret.InstallationSecret;
import dev.footfall.store.secret.LedgerKeys;
import dev.footfall.store.secret.TokenCipher;
import dev.footfall.store.secret.TokenKeySource;
import dev.footfall.store.sql.Database;
import dev.footfall.store.sql.Presence;
import dev.footfall.store.sql.SqlHolds;
import dev.footfall.store.sql.SqlOutcomeLog;
import dev.footfall.store.sql.SqlQuarantine;
import dev.footfall.store.sql.SqlRunLog;
import dev.footfall.store.sql.SqlStateNotes;
import dev.footfall.store.sql.SqlTokenStore;
import dev.footfall.store.sql.StoreFault;
import dev.footfall.store.sql.TokenRotation;
import dev.footfall.store.sqlite.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All state that outlives a run: ledger, runs, outcomes, quarantine, tokens, notes. Either in one
 * folder, or in a PostgreSQL database that several machines share.
 *
 * <p>Holds no personal data and no token in plain. Several processes may open the same store; the
 * ledger lets one run at a time write to a scope. Safe for several threads.
 */
public final class Store implements AutoCloseable {
  private static final String STORE_SCOPE = "footfall store";
  private static final String SECRET_PRINT = "secret print";

  private final Database database;
  private final Ledger ledger;
  private final InstallationSecret secret;
  private final TokenCipher cipher;
  private final StoreSettings settings;
  private final KnownTime time;
  private final OutcomeLog outcomes;
  private final Quarantine quarantine;
  private final PaceBook paces;
  private final UnaryOperator<TokenStore> turns;
  private final Presence presence;

  /** What its keys are made of. */
  private record Keys(InstallationSecret secret, TokenKeySource tokens) {}

  /** What the two kinds of store make differently. */
  private record Parts(
      Database database,
      Ledger ledger,
      PaceBook paces,
      UnaryOperator<TokenStore> turns,
      Presence presence) {}

  private Store(Parts parts, Keys keys, StoreSettings settings, KnownTime time) {
    this.database = parts.database;
    this.ledger = parts.ledger;
    this.paces = parts.paces;
    this.turns = parts.turns;
    this.presence = parts.presence;
    this.secret = keys.secret();
    this.cipher = new TokenCipher(keys.secret(), keys.tokens());
    this.settings = settings;
    this.time = time;
    this.outcomes = new SqlOutcomeLog(database, settings.outcomesPerRun());
    this.quarantine = new SqlQuarantine(database, settings.quarantined());
  }

  /** Opens the store in this folder, which is made when it is missing. */
  public static Store open(Path folder) throws IOException {
    return open(folder, StoreSecrets.own(), StoreSettings.defaults(), Clock.systemUTC());
  }

  /**
   * Opens the store in this folder, which is made when it is missing, with secrets that may be kept
   * elsewhere.
   *
   * @param clock judges how old things are
   * @throws StoreFault when it was written under another secret
   */
  public static Store open(Path folder, StoreSecrets secrets, StoreSettings settings, Clock clock)
      throws IOException {
    DurableFiles.privateFolder(folder);
    Path secretFile = folder.resolve("secret");
    InstallationSecret secret =
        secrets.installation().isPresent() ? secrets.installation().get() : own(secretFile);
    Database database = SqliteDatabase.open(folder.resolve("footfall.db"));
    try {
      checkSecret(
          database,
          secret,
          secrets.installation().isPresent()
              ? "the secret that is set for " + folder
              : secretFile.toString());
      KnownTime time = known(database, clock);
      Ledger ledger = new FileLedger(folder.resolve("ledger"), settings.ledger(), time);
      TokenKeySource tokens = TokenKeySource.of(secrets.tokenKeys(), folder.resolve("token-keys"));
      PaceBook paces = new FilePaceBook(folder.resolve("pace"));
      Presence presence = new FilePresence(folder.resolve("at-work"));
      Parts parts = new Parts(database, ledger, paces, UnaryOperator.identity(), presence);
      return new Store(parts, new Keys(secret, tokens), settings, time);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static InstallationSecret own(Path file) throws IOException {
    try {
      return InstallationSecret.open(file);
    } catch (InstallationSecret.Malformed cut) {
      throw new StoreFault(
          StoreFault.Kind.STORE_SECRET_MISMATCH, String.valueOf(cut.getMessage()), cut);
    }
  }

  /**
   * Opens the store in a database that several machines share; its tables are made when missing.
   *
   * @param secrets the same on all machines
   * @param clock judges how old things are
   * @throws StoreFault when it cannot be used
   */
  public static Store open(
      PostgresPlace place, StoreSecrets secrets, StoreSettings settings, Clock clock) {
    InstallationSecret secret = secrets.installation().orElseThrow();
    PostgresDatabase database = PostgresDatabase.open(place);
    try {
      checkSecret(database, secret, "the secret that is set for " + place);
      Duration retention = settings.ledger().retention();
      KnownTime time = known(database, clock);
      Ledger ledger = new PostgresLedger(database, retention, LeaseTerms.defaults(), time);
      TokenKeySource tokens = TokenKeySource.of(secrets.tokenKeys(), secret);
      PaceBook paces = new PostgresPaceBook(database);
      UnaryOperator<TokenStore> turns = store -> new PostgresTokenStore(database, store);
      Presence presence = new PostgresPresence(database);
      Parts parts = new Parts(database, ledger, paces, turns, presence);
      return new Store(parts, new Keys(secret, tokens), settings, time);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Whether the store is there and was written under this secret; makes nothing.
   *
   * @throws StoreFault when it cannot be used
   */
  public static boolean isThere(PostgresPlace place, InstallationSecret secret) {
    try (PostgresDatabase database = PostgresDatabase.asItIs(place)) {
      boolean isThere = database.isMade();
      if (isThere) {
        checkSecret(database, secret, "the secret that is set for " + place);
      }
      return isThere;
    }
  }

  private static KnownTime known(Database database, Clock clock) {
    return new KnownTime(new SqlStateNotes(database), STORE_SCOPE, clock);
  }

  // Under another secret every key looks new, and everything would be sent again.
  private static void checkSecret(Database database, InstallationSecret secret, String shown) {
    SqlStateNotes notes = new SqlStateNotes(database);
    String print = secret.print();
    String expected =
        notes
            .read(STORE_SCOPE, SECRET_PRINT)
            .orElseGet(() -> notes.keep(STORE_SCOPE, SECRET_PRINT, print));
    if (!expected.equals(print)) {
      throw new StoreFault(
          StoreFault.Kind.STORE_SECRET_MISMATCH,
          shown + " is not the secret that this ledger was written with; restore the right one");
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
    return turns.apply(new SqlTokenStore(database, cipher));
  }

  /** Changes what renewed tokens are encrypted under. */
  public TokenRotation rotation() {
    return new TokenRotation(database, cipher);
  }

  /** Small facts that outlive a run. */
  public StateNotes notes() {
    return new SqlStateNotes(database);
  }

  /** The history of runs. */
  public RunLog runs() {
    return new SqlRunLog(database, presence);
  }

  /** What became of events that were not plainly accepted. */
  public OutcomeLog outcomes() {
    return outcomes;
  }

  /** What was rejected or refused and may still be delivered. */
  public Quarantine quarantine() {
    return quarantine;
  }

  /** People and orders that were forgotten. */
  public Holds holds() {
    return new SqlHolds(database);
  }

  /** Digests of those who are held back now. */
  public Set<LedgerKey> held() {
    return holds().at(time.instant());
  }

  /**
   * Removes what has outlived its time: runs with all that was noted of them, lines of the ledger,
   * holds. Once a day; asked again on the same day, it does nothing.
   *
   * @return whether it was due
   */
  public boolean tidy() {
    return new Housekeeping(this, STORE_SCOPE).tidy(time);
  }

  /**
   * When this machine's clock will be believed, should it go on as it does: it says more than 35
   * days after the latest time that is known, and until then nothing grows old. Empty when it is
   * believed.
   */
  public Optional<Instant> clockBelievedFrom() {
    return time.believedFrom();
  }

  /** Gives room back to the disk, and with it the bytes of what was deleted. */
  public void reclaim() {
    database.reclaim();
  }

  /** How fast accounts may be asked, shared by all who open the store. */
  public PaceBook paces() {
    return paces;
  }

  /** The bounds that it was opened with. */
  public StoreSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    presence.close();
    ledger.close();
    database.close();
  }
}
