package dev.footfall.store.sql;

import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.Quarantine.Sum;
import dev.footfall.core.run.Quarantine.Wanted;
import dev.footfall.core.run.Quarantined;
import dev.footfall.core.run.Quarantined.Cause;
import dev.footfall.core.run.Quarantined.Place;
import dev.footfall.core.run.Quarantined.Sighting;
import dev.footfall.core.run.RowFate;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The statements of {@link SqlQuarantine}, and what their rows mean. */
final class QuarantineSql {
  private static final String ENTER =
      " INSERT INTO quarantine (place, name, code, platform_code, column_, fate, row_count,"
          + " first_run, first_seen, last_run, last_seen, event_time, until_)"
          + " SELECT ?, v.name, ?, ?, ?, ?, v.row_count, ?, ?, ?, ?, v.event_time, v.until_ FROM v"
          + " WHERE ";
  private static final String KNOWN =
      "EXISTS (SELECT 1 FROM quarantine AS q WHERE q.place = ? AND q.name = v.name"
          + " AND q.code = ? AND q.platform_code = ? AND q.column_ = ?)";
  private static final String AGAIN =
      " ON CONFLICT (place, name, code, platform_code, column_) DO UPDATE SET"
          + " row_count = excluded.row_count + CASE WHEN quarantine.last_run = excluded.last_run"
          + " THEN quarantine.row_count ELSE 0 END, fate = excluded.fate,"
          + " last_run = excluded.last_run, last_seen = excluded.last_seen,"
          + " event_time = excluded.event_time, until_ = excluded.until_";
  static final String REPLACE =
      "DELETE FROM quarantine WHERE place = ? AND last_run < ? AND EXISTS (SELECT 1 FROM"
          + " quarantine AS found WHERE found.place = quarantine.place"
          + " AND found.name = quarantine.name AND found.last_run = ?)";
  static final String ENTRIES =
      "SELECT scope, orchestration, name, code, platform_code, column_, fate, row_count, first_run,"
          + " first_seen, last_run, last_seen, event_time, until_ FROM quarantine"
          + " JOIN quarantine_place ON number = place WHERE ";
  static final String SUMS =
      "SELECT scope, orchestration, code, platform_code, column_, fate, count(*) AS names,"
          + " sum(row_count) AS row_sum, min(first_run) AS first_run, min(first_seen) AS"
          + " first_seen, max(last_run) AS last_run, max(last_seen) AS last_seen, min(until_) AS"
          + " ends, coalesce(min(CASE WHEN event_time > 0 THEN event_time END), 0) AS oldest FROM"
          + " quarantine JOIN quarantine_place ON number = place WHERE ";
  static final String BY_CAUSE =
      " GROUP BY scope, orchestration, code, platform_code, column_, fate"
          + " ORDER BY orchestration, scope, count(*) DESC, code, platform_code, column_";

  private QuarantineSql() {}

  /** What is wanted, as a condition and its values. */
  record Condition(String sql, List<Object> bound) {
    static Condition of(Wanted wanted) {
      StringBuilder sql =
          new StringBuilder("place IN (SELECT number FROM quarantine_place WHERE 1 = 1");
      List<Object> values = new ArrayList<>();
      wanted.scope().ifPresent(s -> add(sql, values, " AND scope = ?", s));
      wanted.orchestration().ifPresent(o -> add(sql, values, " AND orchestration = ?", o));
      sql.append(')');
      wanted.code().ifPresent(c -> add(sql, values, " AND (code = ? OR platform_code = ?)", c, c));
      wanted.fate().ifPresent(f -> add(sql, values, " AND fate = ?", f.label()));
      wanted.run().ifPresent(r -> add(sql, values, " AND first_run <= ? AND last_run >= ?", r, r));
      return new Condition(sql.toString(), values);
    }

    private static void add(StringBuilder sql, List<Object> values, String text, Object... more) {
      sql.append(text);
      values.addAll(List.of(more));
    }

    /** The values, and those of what follows. */
    Object[] values(Object... more) {
      List<Object> all = new ArrayList<>(bound);
      all.addAll(List.of(more));
      return all.toArray();
    }
  }

  /** Enters that many names of one place and cause; each of them once. */
  static String enter(int names) {
    return values(names) + ENTER + "1 = 1" + AGAIN;
  }

  /** Sees those names again that are there under this place and cause, and enters none. */
  static String seeAgain(int names) {
    return values(names) + ENTER + KNOWN + AGAIN;
  }

  /** Lets go of that many names of a place. */
  static String resolve(int names) {
    return "DELETE FROM quarantine WHERE name IN ("
        + String.join(", ", Collections.nCopies(names, "?"))
        + ") AND place = ? AND last_run < ?";
  }

  private static String values(int names) {
    return "WITH v (name, row_count, event_time, until_) AS (VALUES "
        + String.join(", ", Collections.nCopies(names, "(?, ?, ?, ?)"))
        + ")";
  }

  /** What is a name's own. */
  static Object[] own(Quarantined entry) {
    return new Object[] {bytes(entry.name()), entry.rows(), entry.eventTime(), entry.until()};
  }

  /** What names of one place and cause share when they are entered. */
  static Object[] shared(int place, Quarantined entry) {
    Cause cause = entry.cause();
    return new Object[] {
      place,
      cause.code(),
      cause.platformCode(),
      cause.column(),
      fate(cause),
      entry.first().run(),
      entry.first().at(),
      entry.last().run(),
      entry.last().at()
    };
  }

  /** By what those that are known are found. */
  static Object[] sharedAndKnown(int place, Quarantined entry) {
    Cause cause = entry.cause();
    List<Object> all = new ArrayList<>(List.of(shared(place, entry)));
    all.addAll(List.of(place, cause.code(), cause.platformCode(), cause.column()));
    return all.toArray();
  }

  private static String fate(Cause cause) {
    return cause.fate().label();
  }

  static byte[] bytes(LedgerKey key) {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(key.high()).putLong(key.low()).array();
  }

  static LedgerKey key(byte[] bytes) {
    ByteBuffer key = ByteBuffer.wrap(bytes);
    return new LedgerKey(key.getLong(), key.getLong());
  }

  static Quarantined entry(ResultSet row) throws SQLException {
    return new Quarantined(
        place(row),
        key(row.getBytes("name")),
        cause(row),
        row.getInt("row_count"),
        first(row),
        last(row),
        row.getLong("event_time"),
        row.getLong("until_"));
  }

  static Sum sum(ResultSet row) throws SQLException {
    return new Sum(
        place(row),
        cause(row),
        row.getLong("names"),
        row.getLong("row_sum"),
        first(row),
        last(row),
        row.getLong("ends"),
        row.getLong("oldest"));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(row.getString("scope"), row.getString("orchestration"));
  }

  private static Cause cause(ResultSet row) throws SQLException {
    return new Cause(
        RowFate.valueOf(row.getString("fate").toUpperCase(Locale.ROOT)),
        row.getString("code"),
        row.getString("platform_code"),
        row.getString("column_"));
  }

  private static Sighting first(ResultSet row) throws SQLException {
    return new Sighting(row.getInt("first_run"), row.getLong("first_seen"));
  }

  private static Sighting last(ResultSet row) throws SQLException {
    return new Sighting(row.getInt("last_run"), row.getLong("last_seen"));
  }
}
