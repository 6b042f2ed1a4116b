package dev.footfall.store.sql;

import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunEnd;
import dev.footfall.core.run.RunLog;
import dev.footfall.core.run.RunStart;
import dev.footfall.core.run.RunTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The history of runs in the database. */
public final class SqlRunLog implements RunLog {
  private static final int MOST_FOUND = 10;
  private static final String SELECT =
      "SELECT number, id, orchestration, destination, target, started, finished, outcome, report,"
          + " clock, clock_given, first_send, dry, ledger_scope FROM run ";

  private final Database database;
  private final Presence presence;

  /** Runs in this database, whose processes are seen to live by their presence. */
  public SqlRunLog(Database database, Presence presence) {
    this.database = database;
    this.presence = presence;
  }

  /** Nobody sees the run before its process is seen to live. */
  @Override
  public RecordedRun start(RunStart start) {
    int number =
        database.transact(
            statements -> {
              int fresh = insert(statements, start);
              presence.enter(fresh);
              return fresh;
            });
    return new RecordedRun(number, start, Optional.empty());
  }

  private static int insert(Statements statements, RunStart start) throws SQLException {
    return statements
        .query(
            row -> row.getInt(1),
            "INSERT INTO run (id, orchestration, destination, target, started, clock, clock_given,"
                + " first_send, dry, ledger_scope) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " RETURNING number",
            start.id(),
            start.orchestration(),
            start.destination(),
            start.target(),
            start.started().toEpochMilli(),
            start.terms().now().toEpochMilli(),
            start.terms().isNowGiven() ? 1 : 0,
            start.terms().isFirstSend() ? 1 : 0,
            start.terms().isDry() ? 1 : 0,
            start.terms().ledgerScope())
        .get(0);
  }

  @Override
  public void finish(int number, RunEnd end) {
    int changed =
        database.update(
            "UPDATE run SET finished = ?, outcome = ?, report = ? WHERE number = ?",
            end.finished().toEpochMilli(),
            end.outcome(),
            end.report(),
            number);
    if (changed != 1) {
      throw new IllegalArgumentException("there is no run number " + number);
    }
    presence.leave(number);
  }

  @Override
  public boolean isAtWork(int number) {
    return presence.isHere(number);
  }

  @Override
  public Optional<RecordedRun> numbered(int number) {
    return database.query(SqlRunLog::read, SELECT + "WHERE number = ?", number).stream()
        .findFirst();
  }

  @Override
  public List<RecordedRun> find(String idOrPrefix) {
    List<RecordedRun> exact = database.query(SqlRunLog::read, SELECT + "WHERE id = ?", idOrPrefix);
    if (!exact.isEmpty()) {
      return exact;
    }
    return database.query(
        SqlRunLog::read,
        SELECT + "WHERE substr(id, 1, ?) = ? ORDER BY number DESC LIMIT ?",
        idOrPrefix.codePointCount(0, idOrPrefix.length()),
        idOrPrefix,
        MOST_FOUND);
  }

  @Override
  public List<RecordedRun> latest(int limit) {
    return database.query(SqlRunLog::read, SELECT + "ORDER BY number DESC LIMIT ?", limit);
  }

  @Override
  public List<RecordedRun> latest(String orchestration, int limit) {
    return database.query(
        SqlRunLog::read,
        SELECT + "WHERE orchestration = ? ORDER BY number DESC LIMIT ?",
        orchestration,
        limit);
  }

  @Override
  public SortedSet<String> orchestrations() {
    return new TreeSet<>(
        database.query(row -> row.getString(1), "SELECT DISTINCT orchestration FROM run"));
  }

  @Override
  public int forget(Instant before) {
    long first = before.toEpochMilli();
    return database.transact(
        statements -> {
          statements.update(
              "DELETE FROM outcome WHERE run_number IN (SELECT number FROM run WHERE started < ?)",
              first);
          statements.update(
              "DELETE FROM note WHERE scope IN (SELECT ? || number FROM run WHERE started < ?)",
              NOTES,
              first);
          return statements.update("DELETE FROM run WHERE started < ?", first);
        });
  }

  private static RecordedRun read(ResultSet row) throws SQLException {
    RunStart start =
        new RunStart(
            row.getString("id"),
            row.getString("orchestration"),
            row.getString("destination"),
            row.getString("target"),
            Instant.ofEpochMilli(row.getLong("started")),
            terms(row));
    return new RecordedRun(row.getInt("number"), start, end(row));
  }

  private static RunTerms terms(ResultSet row) throws SQLException {
    return new RunTerms(
        Instant.ofEpochMilli(row.getLong("clock")),
        row.getInt("clock_given") == 1,
        row.getInt("first_send") == 1,
        row.getInt("dry") == 1,
        row.getString("ledger_scope"));
  }

  private static Optional<RunEnd> end(ResultSet row) throws SQLException {
    long finished = row.getLong("finished");
    if (row.wasNull()) {
      return Optional.empty();
    }
    return Optional.of(
        new RunEnd(
            Instant.ofEpochMilli(finished), row.getString("outcome"), row.getString("report")));
  }
}
