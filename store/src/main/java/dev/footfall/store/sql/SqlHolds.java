package dev.footfall.store.sql;

import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.Holds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds in the database. */
public final class SqlHolds implements Holds {
  private final Database database;

  /** Holds in this database. */
  public SqlHolds(Database database) {
    this.database = database;
  }

  @Override
  public void add(Set<LedgerKey> digests, Instant ends) {
    List<Object[]> rows = new ArrayList<>();
    digests.forEach(digest -> rows.add(new Object[] {KeyBytes.of(digest), ends.toEpochMilli()}));
    if (!rows.isEmpty()) {
      database.transact(
          statements ->
              statements.updateAll(
                  "INSERT INTO hold (digest, ends) VALUES (?, ?) ON CONFLICT (digest) DO UPDATE"
                      + " SET ends = excluded.ends WHERE hold.ends < excluded.ends",
                  rows));
    }
  }

  @Override
  public Set<LedgerKey> at(Instant now) {
    return new HashSet<>(
        database.query(
            row -> KeyBytes.read(row.getBytes(1)),
            "SELECT digest FROM hold WHERE ends > ?",
            now.toEpochMilli()));
  }

  @Override
  public int expire(Instant now) {
    return database.update("DELETE FROM hold WHERE ends <= ?", now.toEpochMilli());
  }
}
