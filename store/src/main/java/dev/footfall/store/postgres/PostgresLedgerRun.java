package dev.footfall.store.postgres;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One run over a scope of the shared ledger. */
final class PostgresLedgerRun implements LedgerRun {
  private static final List<Function<LedgerEntry, Long>> WORDS =
      List.of(
          entry -> entry.key().high(),
          entry -> entry.key().low(),
          LedgerEntry::rowsPrint,
          LedgerEntry::payloadPrint,
          LedgerEntry::idPrint,
          LedgerEntry::eventTime,
          LedgerEntry::claimedAt);

  private final PostgresDatabase database;
  private final Lease lease;
  private final int runNumber;
  private final PostgresLedger.Purge purge;
  private final KeysInHand hand = new KeysInHand();
  private volatile boolean closed;

  PostgresLedgerRun(
      PostgresDatabase database, Lease lease, int runNumber, PostgresLedger.Purge purge) {
    this.database = database;
    this.lease = lease;
    this.runNumber = runNumber;
    this.purge = purge;
  }

  @Override
  public List<Known> reserve(List<LedgerKey> keys) {
    check();
    List<LedgerKey> asked = new ArrayList<>(keys.size());
    Set<LedgerKey> inHand = new HashSet<>();
    for (LedgerKey key : keys) {
      if (hand.holds(key)) {
        inHand.add(key);
      } else {
        asked.add(key);
      }
    }
    Map<LedgerKey, KeptLine> lines = look(asked);
    List<Known> answers = new ArrayList<>(keys.size());
    for (LedgerKey key : keys) {
      answers.add(inHand.contains(key) ? Known.DUPLICATE : reserve(key, lines));
    }
    return answers;
  }

  private Known reserve(LedgerKey key, Map<LedgerKey, KeptLine> lines) {
    Known known = Known.NEW;
    if (lines.containsKey(key)) {
      KeptLine line = lines.get(key);
      if (line.fence() == lease.fence()) {
        return Known.DUPLICATE;
      }
      known = line.known().orElse(Known.NEW);
    }
    if (known.state() == KeyState.DELIVERED) {
      return known;
    }
    return hand.reserve(key) ? known : Known.DUPLICATE;
  }

  private Map<LedgerKey, KeptLine> look(List<LedgerKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    List<KeptLine> found =
        database.insist(
            statements ->
                statements.query(
                    KeptLine::read,
                    LedgerSql.LOOK_UP,
                    array(statements.connection(), keys, LedgerKey::high),
                    array(statements.connection(), keys, LedgerKey::low),
                    lease.scope()));
    Map<LedgerKey, KeptLine> lines = new HashMap<>(2 * found.size());
    found.forEach(line -> lines.put(line.entry().key(), line));
    return lines;
  }

  @Override
  public void release(LedgerKey key) {
    check();
    hand.release(key);
  }

  @Override
  public long claim(List<LedgerEntry> entries) {
    check();
    for (LedgerEntry entry : entries) {
      if (entry.runNumber() != runNumber) {
        throw new IllegalArgumentException("an entry names another run than the one that claims");
      }
    }
    long number = hand.claim(entries);
    int written =
        database.insist(
            statements -> {
              List<Object> values = new ArrayList<>();
              values.addAll(List.of(lease.scope(), lease.fence(), number, runNumber));
              for (Function<LedgerEntry, Long> word : WORDS) {
                values.add(array(statements.connection(), entries, word));
              }
              return statements.update(LedgerSql.CLAIM, values.toArray());
            });
    if (written == 0) {
      throw lease.lost();
    }
    return number;
  }

  @Override
  public void hold(Duration needed) {
    check();
    lease.hold(needed);
  }

  @Override
  public void settle(long claim, List<Settlement> settlements) {
    check();
    Integer[] states = states(hand.ofClaim(claim, settlements.size()), settlements);
    String sql =
        settlements.contains(Settlement.RELEASED) ? LedgerSql.SETTLE_AND_RELEASE : LedgerSql.SETTLE;
    boolean held =
        !database
            .insist(
                statements ->
                    statements.query(
                        row -> row.getInt(1),
                        sql,
                        lease.scope(),
                        lease.fence(),
                        claim,
                        statements.connection().createArrayOf("int4", states)))
            .isEmpty();
    if (!held) {
      throw lease.lost();
    }
    hand.settled(claim);
  }

  /** Takes lines away; returns how many said something. */
  int forget(List<LedgerKey> keys) {
    check();
    int[] answer =
        database
            .insist(
                statements ->
                    statements.query(
                        row -> new int[] {row.getInt(1), row.getInt(2)},
                        LedgerSql.FORGET,
                        lease.scope(),
                        lease.fence(),
                        array(statements.connection(), keys, LedgerKey::high),
                        array(statements.connection(), keys, LedgerKey::low)))
            .get(0);
    if (answer[1] == 0) {
      throw lease.lost();
    }
    return answer[0];
  }

  /** A key that stands twice in a claim has its last settlement. */
  private static Integer[] states(List<LedgerKey> keys, List<Settlement> settlements) {
    Integer[] states = new Integer[keys.size()];
    Set<LedgerKey> seen = new HashSet<>(2 * keys.size());
    for (int i = keys.size() - 1; i >= 0; i--) {
      states[i] = seen.add(keys.get(i)) ? state(settlements.get(i)) : 0;
    }
    return states;
  }

  private static int state(Settlement settlement) {
    return switch (settlement) {
      case DELIVERED -> LedgerSql.DELIVERED;
      case UNKNOWN -> LedgerSql.UNKNOWN;
      case RELEASED -> LedgerSql.REMOVED;
    };
  }

  private static <T> Array array(Connection connection, List<T> lines, Function<T, Long> word)
      throws SQLException {
    return connection.createArrayOf("int8", lines.stream().map(word).toArray(Long[]::new));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lease) {
      if (purge.isDue()) {
        purge();
      }
      database.transact(
          statements -> {
            boolean held =
                statements.update(LedgerSql.GIVE_BACK, lease.scope(), lease.fence()) == 1;
            if (held) {
              statements.update(LedgerSql.FOLD, lease.scope(), lease.fence());
              statements.update(LedgerSql.SWEEP, lease.scope());
            }
            return held;
          });
    }
  }

  /** Block by block, so that no lock is held for long. */
  private void purge() {
    int gone;
    do {
      gone =
          database.update(
              LedgerSql.PURGE, lease.scope(), lease.fence(), lease.scope(), purge.cutoff());
    } while (gone > 0);
    database.update(LedgerSql.PURGED, purge.cutoff(), lease.scope(), lease.fence());
  }

  /** How many keys are held in memory, to check the bound. */
  int keysInMemory() {
    return hand.size();
  }

  /** Ends as a killed process does. */
  void die() {
    closed = true;
    lease.close();
  }

  private void check() {
    if (closed) {
      throw new IllegalStateException("the ledger's run is closed");
    }
  }
}
