package dev.footfall.store.sql;

import dev.footfall.core.run.StateNotes;
import java.util.Optional;

/** Notes in the database. */
public final class SqlStateNotes implements StateNotes {
  private final Database database;

  /** Notes in this database. */
  public SqlStateNotes(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> read(String scope, String name) {
    return database
        .query(
            row -> row.getString(1),
            "SELECT value FROM note WHERE scope = ? AND name = ?",
            scope,
            name)
        .stream()
        .findFirst();
  }

  @Override
  public void write(String scope, String name, String value) {
    database.update(
        "INSERT INTO note (scope, name, value) VALUES (?, ?, ?)"
            + " ON CONFLICT (scope, name) DO UPDATE SET value = excluded.value",
        scope,
        name,
        value);
  }

  /** Writes a note unless there is one; returns the one that stands there now. */
  public String keep(String scope, String name, String value) {
    return database.transact(
        statements -> {
          statements.update(
              "INSERT INTO note (scope, name, value) VALUES (?, ?, ?)"
                  + " ON CONFLICT (scope, name) DO NOTHING",
              scope,
              name,
              value);
          return statements
              .query(
                  row -> row.getString(1),
                  "SELECT value FROM note WHERE scope = ? AND name = ?",
                  scope,
                  name)
              .get(0);
        });
  }
}
