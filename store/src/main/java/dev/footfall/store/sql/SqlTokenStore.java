package dev.footfall.store.sql;

import dev.footfall.core.credential.StoredTokens;
import dev.footfall.core.credential.TokenStore;
import dev.footfall.store.secret.TokenCipher;
import dev.footfall.store.secret.TokenCipher.Opened;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tokens in the database, sealed under keys that are not in it. What is found under an older key is
 * sealed anew.
 */
public final class SqlTokenStore implements TokenStore {
  private final Database database;
  private final SealedTokens tokens;

  /** Tokens in this database, sealed with this cipher. */
  public SqlTokenStore(Database database, TokenCipher cipher) {
    this.database = database;
    this.tokens = new SealedTokens(cipher);
  }

  @Override
  public Optional<StoredTokens> read(String credential) {
    return sealed(credential).map(bytes -> TokenBytes.read(open(credential, bytes)));
  }

  private Optional<byte[]> sealed(String credential) {
    return database.use(statements -> tokens.find(statements, credential));
  }

  private byte[] open(String credential, byte[] sealed) {
    Opened opened = tokens.open(credential, sealed);
    if (opened instanceof Opened.Plain plain) {
      if (!plain.isPresent()) {
        sealAnew(credential, sealed, plain.bytes());
      }
      return plain.bytes();
    }
    // The keys may have been changed since the token was read; then it has been sealed anew.
    byte[] now = sealed(credential).orElse(sealed);
    if (Arrays.equals(now, sealed)) {
      throw SealedTokens.fault(credential, opened);
    }
    return open(credential, now);
  }

  /** Unless somebody has written another meanwhile. */
  private void sealAnew(String credential, byte[] seen, byte[] plain) {
    database.transact(
        statements -> {
          tokens.takeTurn(statements);
          boolean isSame =
              tokens
                  .find(statements, credential)
                  .filter(now -> Arrays.equals(now, seen))
                  .isPresent();
          if (isSame) {
            tokens.write(statements, credential, plain);
          }
          return isSame;
        });
  }

  @Override
  public void write(String credential, StoredTokens fresh) {
    database.transact(
        statements -> {
          tokens.takeTurn(statements);
          tokens.write(statements, credential, TokenBytes.write(fresh));
          return true;
        });
  }
}
