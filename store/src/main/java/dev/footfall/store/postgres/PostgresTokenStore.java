package dev.footfall.store.postgres;

import dev.footfall.core.credential.StoredTokens;
import dev.footfall.core.credential.TokenStore;
import dev.footfall.store.sql.Statements;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Tokens that machines share: they take turns by an advisory lock of the server, which ends with
 * the transaction that holds it, and so with a machine that dies.
 */
public final class PostgresTokenStore implements TokenStore {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock("
          + "hashtextextended(concat_ws(' ', 'footfall token', current_schema(), ?::text), 0))";

  private final PostgresDatabase database;
  private final TokenStore tokens;

  /** Turns in this database to work on these tokens, which lie in it, too. */
  public PostgresTokenStore(PostgresDatabase database, TokenStore tokens) {
    this.database = database;
    this.tokens = tokens;
  }

  @Override
  public Optional<StoredTokens> read(String credential) {
    return tokens.read(credential);
  }

  @Override
  public void write(String credential, StoredTokens fresh) {
    tokens.write(credential, fresh);
  }

  @Override
  public <T> T inTurn(String credential, Work<T> work) throws InterruptedException {
    try {
      return database.transact(statements -> locked(statements, credential, work));
    } catch (Interrupted stopped) {
      throw stopped.cause;
    }
  }

  private static <T> T locked(Statements statements, String credential, Work<T> work)
      throws SQLException {
    statements.query(row -> true, LOCK, credential);
    try {
      return work.run();
    } catch (InterruptedException stopped) {
      throw new Interrupted(stopped);
    }
  }

  /** Carries an interruption past the database. */
  private static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final InterruptedException cause;

    Interrupted(InterruptedException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
