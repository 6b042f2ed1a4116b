package dev.footfall.store.postgres;

/**
 * The ledger's statements. Each that writes for a run first locks the scope's row and looks at its
 * fencing number, so that a takeover comes either before it, and refuses it, or after it.
 */
final class LedgerSql {
  static final int DELIVERED = 1;
  static final int UNKNOWN = 2;
  static final int REMOVED = 3;

  private static final String LINE =
      "rows_print, payload_print, id_print, event_time, claimed_at, run_number";
  private static final String COLUMNS = "scope, fence, high, low, state, " + LINE;
  private static final String INSERT = "INSERT INTO ledger_line (" + COLUMNS + ") ";
  private static final String ARRAYS =
      "highs, lows, rows_prints, payload_prints, id_prints, event_times, claim_times";
  private static final String NAMES =
      "(high, low, rows_print, payload_print, id_print, event_time, claimed_at";

  private static final String HELD =
      "held AS (SELECT number, fence FROM ledger_scope WHERE number = ? AND fence = ? FOR SHARE)";

  /** A settlement that a crash of the server loses reads as unknown, so it need not be awaited. */
  private static final String HELD_WITHOUT_SYNC =
      HELD.replace("fence FROM", "fence, set_config('synchronous_commit', 'off', true) FROM");

  private static final String REPLACE =
      " ON CONFLICT (scope, high, low) DO UPDATE SET fence = excluded.fence,"
          + " state = excluded.state, rows_print = excluded.rows_print,"
          + " payload_print = excluded.payload_print, id_print = excluded.id_print,"
          + " event_time = excluded.event_time, claimed_at = excluded.claimed_at,"
          + " run_number = excluded.run_number";

  /** What a delivered line of the same run keeps its place against. */
  private static final String NOT_DELIVERED_BY_IT =
      " NOT (ledger_line.state = 1 AND ledger_line.run_number = %s.run_number)";

  /** Scope. */
  static final String MAKE_SCOPE =
      "INSERT INTO ledger_scope (name) VALUES (?) ON CONFLICT (name) DO NOTHING";

  /**
   * Holder, its run, lease in milliseconds, scope; nothing comes back while another run holds it.
   */
  static final String TAKE =
      "UPDATE ledger_scope SET fence = fence + 1, holder = ?, run_number = coalesce(nullif(?, 0),"
          + " run_number), lease_ends = clock_timestamp() + ? * interval '1 millisecond' WHERE name"
          + " = ? AND lease_ends <= clock_timestamp() RETURNING number, fence, purged_to";

  /** Scope. */
  static final String HOLDER =
      "SELECT holder, ceil(extract(epoch FROM greatest(lease_ends, clock_timestamp())"
          + " - clock_timestamp()))::int FROM ledger_scope WHERE name = ?";

  /** Scope: the run that holds it or held it last, and whether it does. */
  static final String HOLD =
      "SELECT run_number, holder <> '' AND lease_ends > clock_timestamp() FROM ledger_scope"
          + " WHERE name = ? AND fence > 0";

  /** Lease in milliseconds, scope, fence; not after the scope was given back. */
  static final String RENEW =
      "UPDATE ledger_scope SET lease_ends = clock_timestamp() + ? * interval '1 millisecond'"
          + " WHERE number = ? AND fence = ? AND holder <> ''";

  /** Scope, fence. */
  static final String GIVE_BACK =
      "UPDATE ledger_scope SET lease_ends = '-infinity', holder = ''"
          + " WHERE number = ? AND fence = ?";

  /** Scope, fence: claims up to that fence become lines of unknown outcome. */
  static final String FOLD =
      "WITH claim AS (DELETE FROM ledger_claim WHERE scope = ? AND fence <= ? RETURNING *) "
          + INSERT
          + "SELECT DISTINCT ON (l.high, l.low) c.scope, c.fence, l.high, l.low, 2,"
          + " l.rows_print, l.payload_print, l.id_print, l.event_time, l.claimed_at, c.run_number"
          + " FROM claim c, unnest(c.highs, c.lows, c.rows_prints, c.payload_prints, c.id_prints,"
          + " c.event_times, c.claim_times) AS l "
          + NAMES
          + ") ORDER BY l.high, l.low, c.fence DESC, c.number DESC"
          + REPLACE
          + " WHERE"
          + NOT_DELIVERED_BY_IT.formatted("excluded");

  /** Scope. */
  static final String SWEEP = "DELETE FROM ledger_line WHERE scope = ? AND state = 3";

  /** Highs, lows, scope. */
  static final String LOOK_UP =
      "SELECT l.high, l.low, l.fence, l.state, l.rows_print, l.payload_print, l.id_print,"
          + " l.event_time, l.claimed_at, l.run_number FROM unnest(?, ?) AS k (high, low)"
          + " JOIN ledger_line l ON l.scope = ? AND l.high = k.high AND l.low = k.low";

  /** Scope, fence, number, run, seven arrays; changes nothing when the scope was taken over. */
  static final String CLAIM =
      "WITH "
          + HELD
          + " INSERT INTO ledger_claim (scope, fence, number, run_number, "
          + ARRAYS
          + ") SELECT number, fence, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM held"
          + " ON CONFLICT (scope, fence, number) DO UPDATE SET number = excluded.number";

  private static final String SETTLED =
      "WITH "
          + HELD_WITHOUT_SYNC
          + ", claim AS (DELETE FROM ledger_claim c USING held WHERE c.scope = held.number"
          + " AND c.fence = held.fence AND c.number = ? RETURNING c.*),"
          + " line AS (SELECT c.scope, c.fence, c.run_number, l.* FROM claim c,"
          + " unnest(c.highs, c.lows, c.rows_prints, c.payload_prints, c.id_prints, c.event_times,"
          + " c.claim_times, ?::int[]) AS l "
          + NAMES
          + ", state)), put AS ("
          + INSERT
          + "SELECT "
          + COLUMNS
          + " FROM line WHERE state IN (1, 2)"
          + REPLACE
          + ")";

  /** Scope, fence, claim, states of which none is removed; one row while the scope is held. */
  static final String SETTLE = SETTLED + " SELECT number FROM held";

  /** Scope, fence, claim, states; one row while the scope is held. */
  static final String SETTLE_AND_RELEASE =
      SETTLED
          + ", gone AS ("
          + INSERT
          + "SELECT "
          + COLUMNS
          + " FROM line WHERE state = 3 ON CONFLICT (scope, high, low) DO UPDATE SET"
          + " fence = excluded.fence,"
          + " state = CASE WHEN ledger_line.state = 1 THEN 1 ELSE 3 END)"
          + " SELECT number FROM held";

  /** Scope, fence, highs, lows; how many said something, and whether the scope is held. */
  static final String FORGET =
      "WITH "
          + HELD
          + ", gone AS (DELETE FROM ledger_line l USING held, unnest(?, ?) AS k (high, low)"
          + " WHERE l.scope = held.number AND l.high = k.high AND l.low = k.low RETURNING l.state)"
          + " SELECT count(*) FILTER (WHERE state <> 3), (SELECT count(*) FROM held) FROM gone";

  /** Unix second: scopes whose older lines were not purged so far. */
  static final String DUE = "SELECT name FROM ledger_scope WHERE purged_to < ?";

  /** Scope. */
  static final String IS_THERE = "SELECT number FROM ledger_scope WHERE name = ?";

  /** Scope, fence, scope, Unix second; takes away a block of lines claimed before. */
  static final String PURGE =
      "WITH "
          + HELD
          + " DELETE FROM ledger_line WHERE EXISTS (SELECT FROM held) AND ctid = ANY (ARRAY("
          + "SELECT ctid FROM ledger_line WHERE scope = ? AND claimed_at < ? LIMIT 20000))";

  /** Unix second, scope, fence. */
  static final String PURGED =
      "UPDATE ledger_scope SET purged_to = ? WHERE number = ? AND fence = ?";

  private static final String OPEN_LINES =
      "SELECT l.high, l.low, c.fence, 2 AS state, l.rows_print, l.payload_print, l.id_print,"
          + " l.event_time, l.claimed_at, c.run_number"
          + " FROM ledger_scope s JOIN ledger_claim c ON c.scope = s.number, unnest(c.highs,"
          + " c.lows, c.rows_prints, c.payload_prints, c.id_prints, c.event_times, c.claim_times)"
          + " AS l "
          + NAMES
          + ") WHERE s.name = ? AND NOT EXISTS (SELECT FROM ledger_line WHERE scope = s.number"
          + " AND high = l.high AND low = l.low AND state = 1 AND run_number = c.run_number)";

  /** Scope: lines of claims that are not settled. */
  static final String OPEN = OPEN_LINES + " ORDER BY c.fence, c.number";

  /** Scope, high, low: the line of a claim that is not settled. */
  static final String FIND_OPEN =
      OPEN_LINES + " AND l.high = ? AND l.low = ? ORDER BY c.fence DESC, c.number DESC LIMIT 1";

  private static final String LINES =
      "SELECT l.high, l.low, l.fence, l.state, l.rows_print, l.payload_print, l.id_print,"
          + " l.event_time, l.claimed_at, l.run_number"
          + " FROM ledger_scope s JOIN ledger_line l ON l.scope = s.number WHERE s.name = ?";

  /** Scope, run: delivered and unknown events of its settled lines. */
  static final String TALLY =
      "SELECT count(*) FILTER (WHERE state = 1), count(*) FILTER (WHERE state = 2) FROM"
          + " (SELECT DISTINCT l.state, l.id_print, l.payload_print, l.event_time"
          + " FROM ledger_scope s JOIN ledger_line l ON l.scope = s.number"
          + " WHERE s.name = ? AND l.run_number = ?) AS event";

  /** Scope, high, low. */
  static final String FIND = LINES + " AND l.high = ? AND l.low = ?";

  /** Scope: settled lines of unknown outcome. */
  static final String LEFT_UNKNOWN =
      LINES + " AND l.state = 2 ORDER BY l.claimed_at, l.high, l.low";

  private LedgerSql() {}
}
