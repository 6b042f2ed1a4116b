package dev.footfall.store.postgres;

import dev.footfall.core.delivery.PaceBook;
import dev.footfall.core.delivery.PaceEntry;
import dev.footfall.store.sql.Statements;
import dev.footfall.store.sql.StoreFault;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A note for each account, shared by machines; goes by the server's clock. */
public final class PostgresPaceBook implements PaceBook {
  private static final String SCOPE = "pace";

  private final PostgresDatabase database;

  /** Entries in this database. */
  public PostgresPaceBook(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<Seen> change(String account, Instant callersNow, Change change) {
    try {
      return Optional.of(database.transact(statements -> changed(statements, account, change)));
    } catch (StoreFault outOfReach) {
      return Optional.empty();
    }
  }

  private static Seen changed(Statements statements, String account, Change change)
      throws SQLException {
    Seen seen = locked(statements, account);
    PaceEntry after = change.of(seen.entry(), seen.now());
    if (!after.equals(seen.entry())) {
      statements.update(
          "UPDATE note SET value = ? WHERE scope = ? AND name = ?", after.toText(), SCOPE, account);
    }
    return new Seen(after, seen.now());
  }

  private static Seen locked(Statements statements, String account) throws SQLException {
    List<Seen> seen = read(statements, account);
    if (seen.isEmpty()) {
      statements.update(
          "INSERT INTO note (scope, name, value) VALUES (?, ?, ?)"
              + " ON CONFLICT (scope, name) DO NOTHING",
          SCOPE,
          account,
          PaceEntry.NEW.toText());
      seen = read(statements, account);
    }
    return seen.get(0);
  }

  private static List<Seen> read(Statements statements, String account) throws SQLException {
    return statements.query(
        row ->
            new Seen(
                PaceEntry.parse(row.getString(1)).orElse(PaceEntry.NEW),
                row.getObject(2, OffsetDateTime.class).toInstant()),
        "SELECT value, clock_timestamp() FROM note WHERE scope = ? AND name = ? FOR UPDATE",
        SCOPE,
        account);
  }
}
