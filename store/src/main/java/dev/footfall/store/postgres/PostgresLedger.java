package dev.footfall.store.postgres;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.Ledger;
import dev.footfall.core.ledger.LedgerBusy;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.ScopeHold;
import dev.footfall.core.ledger.Tally;
import dev.footfall.store.sql.Statements;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The ledger that several machines share.
 *
 * <p>A claim is one row that is committed before a request leaves; its settlement turns it into a
 * line a key. A run holds its scope by a lease and a fencing number: see {@link Lease}. What a dead
 * run has claimed and not settled is UNKNOWN from the start of the next. Safe for several threads.
 */
public final class PostgresLedger implements Ledger {
  private final PostgresDatabase database;
  private final Duration retention;
  private final LeaseTerms terms;
  private final Clock clock;
  private final Supplier<LeaseClock> clocks;

  /**
   * A ledger in this database.
   *
   * @param retention how long a line is kept after its claim
   * @param clock judges what is older than the retention, and nothing else
   */
  public PostgresLedger(
      PostgresDatabase database, Duration retention, LeaseTerms terms, Clock clock) {
    this(database, retention, terms, clock, LeaseClock::system);
  }

  /**
   * The same with other clocks for the terms of its runs, each started when its lease is asked for.
   */
  PostgresLedger(
      PostgresDatabase database,
      Duration retention,
      LeaseTerms terms,
      Clock clock,
      Supplier<LeaseClock> clocks) {
    this.clocks = clocks;
    this.database = database;
    this.retention = retention;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public LedgerRun begin(String scope, int runNumber) {
    return hold(scope, runNumber);
  }

  PostgresLedgerRun hold(String scope, int runNumber) {
    Hold hold =
        database.transact(
            statements -> {
              statements.update(LedgerSql.MAKE_SCOPE, scope);
              Hold taken = take(statements, scope, runNumber);
              // What dead runs left; after this, nothing bears a lower number than this run's.
              statements.update(LedgerSql.FOLD, taken.number(), taken.fence());
              statements.update(LedgerSql.SWEEP, taken.number());
              return taken;
            });
    Purge purge = purge(hold); // reads the store, and may fail, which a lease must not outlive
    Lease lease = new Lease(database, scope, hold, terms);
    return new PostgresLedgerRun(database, lease, runNumber, purge);
  }

  private Hold take(Statements statements, String scope, int runNumber) throws SQLException {
    LeaseClock clock = clocks.get();
    List<Hold> taken =
        statements.query(
            row -> Hold.read(row, clock),
            LedgerSql.TAKE,
            holder(),
            runNumber,
            terms.length().toMillis(),
            scope);
    if (taken.isEmpty()) {
      throw busy(statements, scope);
    }
    return taken.get(0);
  }

  private static LedgerBusy busy(Statements statements, String scope) throws SQLException {
    String words =
        statements
            .query(
                row ->
                    "another run ("
                        + row.getString(1)
                        + ") is sending to "
                        + scope
                        + "; wait until it has finished, or stop it. If it is dead already, its"
                        + " hold ends in "
                        + row.getInt(2)
                        + " s",
                LedgerSql.HOLDER,
                scope)
            .get(0);
    return new LedgerBusy(words);
  }

  private static String holder() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "a machine without a name";
    }
    return "process " + ProcessHandle.current().pid() + " on " + host;
  }

  private Purge purge(Hold hold) {
    long cutoff = clock.instant().minus(retention).getEpochSecond();
    return new Purge(cutoff, hold.purgedTo());
  }

  @Override
  public Optional<Known> find(String scope, LedgerKey key) {
    return database.use(
        statements -> {
          List<KeptLine> open =
              statements.query(KeptLine::read, LedgerSql.FIND_OPEN, scope, key.high(), key.low());
          List<KeptLine> found =
              open.isEmpty()
                  ? statements.query(KeptLine::read, LedgerSql.FIND, scope, key.high(), key.low())
                  : open;
          return found.stream().findFirst().flatMap(KeptLine::known);
        });
  }

  @Override
  public List<LedgerEntry> unknown(String scope) {
    return database.use(
        statements -> {
          Map<LedgerKey, LedgerEntry> lines = new LinkedHashMap<>();
          for (String sql : List.of(LedgerSql.OPEN, LedgerSql.LEFT_UNKNOWN)) {
            for (KeptLine line : statements.query(KeptLine::read, sql, scope)) {
              lines.putIfAbsent(line.entry().key(), line.entry());
            }
          }
          return List.copyOf(lines.values());
        });
  }

  @Override
  public int forget(String scope, Set<LedgerKey> keys) {
    boolean isThere = !database.query(r -> r.getInt(1), LedgerSql.IS_THERE, scope).isEmpty();
    if (keys.isEmpty() || !isThere) {
      return 0;
    }
    try (PostgresLedgerRun held = hold(scope, 0)) {
      return held.forget(List.copyOf(keys));
    }
  }

  @Override
  public void purge() {
    long due = clock.instant().minus(retention).getEpochSecond() - Purge.OFTEN_ENOUGH;
    for (String scope : database.query(row -> row.getString(1), LedgerSql.DUE, due)) {
      try {
        hold(scope, 0).close();
      } catch (LedgerBusy running) {
        // It drops what is old at its own end.
      }
    }
  }

  @Override
  public Optional<ScopeHold> hold(String scope) {
    return database
        .query(row -> new ScopeHold(row.getInt(1), row.getBoolean(2)), LedgerSql.HOLD, scope)
        .stream()
        .findFirst();
  }

  @Override
  public Tally tally(String scope, int runNumber) {
    Tally settled =
        database
            .query(
                row -> new Tally(row.getLong(1), row.getLong(2)), LedgerSql.TALLY, scope, runNumber)
            .get(0);
    Tally.Counter open = new Tally.Counter();
    database
        .query(KeptLine::read, LedgerSql.OPEN, scope)
        .forEach(
            line -> {
              if (line.entry().runNumber() == runNumber) {
                open.add(KeyState.UNKNOWN, line.entry());
              }
            });
    return new Tally(settled.delivered(), settled.unknown() + open.sum().unknown());
  }

  /** Does nothing: the database is closed by whoever opened it. */
  @Override
  public void close() {}

  /** What taking a scope gave; its clock began before it was asked for. */
  record Hold(int number, int fence, long purgedTo, LeaseClock clock) {
    static Hold read(ResultSet row, LeaseClock clock) throws SQLException {
      return new Hold(row.getInt("number"), row.getInt("fence"), row.getLong("purged_to"), clock);
    }
  }

  /**
   * Which lines are too old.
   *
   * @param cutoff those claimed before this Unix second
   * @param done those claimed before this one are gone already
   */
  record Purge(long cutoff, long done) {
    static final long OFTEN_ENOUGH = Duration.ofDays(1).toSeconds();

    boolean isDue() {
      return cutoff - done >= OFTEN_ENOUGH;
    }
  }
}
