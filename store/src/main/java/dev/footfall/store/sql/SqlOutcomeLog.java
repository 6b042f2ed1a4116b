package dev.footfall.store.sql;

import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.OutcomeLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Outcomes in the database; orders are named by keyed digests only. */
public final class SqlOutcomeLog implements OutcomeLog {
  private static final String INSERT =
      "INSERT INTO outcome (run_number, order_key, fate, code, column_, words, row_count)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String SELECT =
      "SELECT run_number, order_key, fate, code, column_, words, row_count FROM outcome ";

  private final Database database;
  private final int mostPerRun;
  private final Map<Integer, Integer> kept = new HashMap<>();

  /**
   * Outcomes in this database.
   *
   * @param mostPerRun how many lines a run keeps
   */
  public SqlOutcomeLog(Database database, int mostPerRun) {
    this.database = database;
    this.mostPerRun = mostPerRun;
  }

  @Override
  public synchronized int record(List<OutcomeLine> batch) {
    List<Object[]> rows = new ArrayList<>();
    for (OutcomeLine line : batch) {
      int before = kept.computeIfAbsent(line.runNumber(), this::count);
      if (before < mostPerRun) {
        kept.put(line.runNumber(), before + 1);
        rows.add(values(line));
      }
    }
    if (!rows.isEmpty()) {
      database.transact(statements -> statements.updateAll(INSERT, rows));
    }
    return rows.size();
  }

  private int count(int runNumber) {
    return database
        .query(row -> row.getInt(1), "SELECT count(*) FROM outcome WHERE run_number = ?", runNumber)
        .get(0);
  }

  @Override
  public List<OutcomeLine> ofOrder(LedgerKey order) {
    return database.query(
        SqlOutcomeLog::read,
        SELECT + "WHERE order_key = ? ORDER BY run_number DESC, line",
        KeyBytes.of(order));
  }

  @Override
  public List<OutcomeLine> ofRun(int runNumber, int limit) {
    return database.query(
        SqlOutcomeLog::read,
        SELECT + "WHERE run_number = ? ORDER BY line LIMIT ?",
        runNumber,
        limit);
  }

  @Override
  public Map<String, Integer> count(Set<LedgerKey> orders) {
    Map<String, Integer> counts = new TreeMap<>();
    for (LedgerKey order : orders) {
      database
          .query(
              row -> Map.entry(row.getString(1), row.getInt(2)),
              "SELECT orchestration, count(*) FROM outcome JOIN run ON number = run_number"
                  + " WHERE order_key = ? GROUP BY orchestration",
              KeyBytes.of(order))
          .forEach(entry -> counts.merge(entry.getKey(), entry.getValue(), Integer::sum));
    }
    return counts;
  }

  @Override
  public void forget(Set<LedgerKey> orders) {
    List<Object[]> rows = new ArrayList<>();
    orders.forEach(order -> rows.add(new Object[] {KeyBytes.of(order)}));
    if (!rows.isEmpty()) {
      database.transact(
          statements -> statements.updateAll("DELETE FROM outcome WHERE order_key = ?", rows));
    }
  }

  private static Object[] values(OutcomeLine line) {
    return new Object[] {
      line.runNumber(),
      KeyBytes.of(line.order()),
      line.fate(),
      line.code(),
      line.column(),
      line.words(),
      line.rows()
    };
  }

  private static OutcomeLine read(ResultSet row) throws SQLException {
    return new OutcomeLine(
        row.getInt("run_number"),
        KeyBytes.read(row.getBytes("order_key")),
        row.getString("fate"),
        row.getString("code"),
        row.getString("column_"),
        row.getString("words"),
        row.getInt("row_count"));
  }
}
