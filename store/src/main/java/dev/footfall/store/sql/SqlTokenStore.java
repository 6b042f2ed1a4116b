package dev.footfall.store.sql;

import dev.footfall.core.credential.StoredTokens;
import dev.footfall.core.credential.TokenStore;
import dev.footfall.store.secret.TokenCipher;
import java.util.Optional;

/** Tokens in the database, sealed under a key that is not in it. */
public final class SqlTokenStore implements TokenStore {
  private final Database database;
  private final TokenCipher cipher;

  /** Tokens in this database, sealed with this cipher. */
  public SqlTokenStore(Database database, TokenCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  @Override
  public Optional<StoredTokens> read(String credential) {
    return database
        .query(row -> row.getBytes(1), "SELECT sealed FROM token WHERE credential = ?", credential)
        .stream()
        .findFirst()
        .map(bytes -> TokenBytes.read(cipher.open(credential, bytes)));
  }

  @Override
  public void write(String credential, StoredTokens tokens) {
    database.update(
        "INSERT INTO token (credential, sealed) VALUES (?, ?)"
            + " ON CONFLICT (credential) DO UPDATE SET sealed = excluded.sealed",
        credential,
        cipher.seal(credential, TokenBytes.write(tokens)));
  }
}
