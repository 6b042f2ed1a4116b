package dev.footfall.store.sqlite;

import dev.footfall.core.run.StateNotes;
import java.util.Optional;

/** Notes in the SQLite file. */
public final class SqliteStateNotes implements StateNotes {
  private final Database database;

  /** Notes in this file. */
  public SqliteStateNotes(Database database) {
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
}
