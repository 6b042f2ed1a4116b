package dev.footfall.store.sql;

import dev.footfall.store.secret.TokenCipher;
import dev.footfall.store.secret.TokenCipher.Opened;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table of tokens, and the cipher that seals them. */
record SealedTokens(TokenCipher cipher) {
  /**
   * Lets one at a time write tokens or change keys, until its transaction ends: otherwise a token
   * could be sealed under a key that is being dropped.
   */
  void takeTurn(Statements statements) throws SQLException {
    statements.update(
        "INSERT INTO note (scope, name, value) VALUES ('footfall store', 'token turn', '')"
            + " ON CONFLICT (scope, name) DO UPDATE SET value = excluded.value");
  }

  Optional<byte[]> find(Statements statements, String credential) throws SQLException {
    return statements
        .query(row -> row.getBytes(1), "SELECT sealed FROM token WHERE credential = ?", credential)
        .stream()
        .findFirst();
  }

  /** All tokens, by credential. */
  Map<String, byte[]> all(Statements statements) throws SQLException {
    Map<String, byte[]> all = new TreeMap<>();
    statements
        .query(
            row -> Map.entry(row.getString(1), row.getBytes(2)),
            "SELECT credential, sealed FROM token")
        .forEach(token -> all.put(token.getKey(), token.getValue()));
    return all;
  }

  void write(Statements statements, String credential, byte[] plain) throws SQLException {
    statements.update(
        "INSERT INTO token (credential, sealed) VALUES (?, ?)"
            + " ON CONFLICT (credential) DO UPDATE SET sealed = excluded.sealed",
        credential,
        seal(credential, plain));
  }

  private byte[] seal(String credential, byte[] plain) {
    try {
      return cipher.seal(credential, plain);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  Opened open(String credential, byte[] sealed) {
    try {
      return cipher.open(credential, sealed);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static StoreFault unreadable(IOException e) {
    return new StoreFault(
        StoreFault.Kind.TOKEN_KEYS_UNREADABLE,
        "cannot read or write the keys of stored tokens: " + e.getMessage(),
        e);
  }

  /** Why a credential's tokens cannot be opened. */
  static StoreFault fault(String credential, Opened opened) {
    String tokens = "the stored tokens of credential '" + credential + "' ";
    if (opened instanceof Opened.KeyMissing missing) {
      return new StoreFault(
          StoreFault.Kind.TOKEN_KEY_MISSING,
          tokens
              + "were sealed under key "
              + missing.key()
              + ", which is not among the token keys; restore it, or authorise the credential"
              + " again. Nothing was changed");
    }
    return new StoreFault(
        StoreFault.Kind.TOKEN_KEY_MISSING,
        tokens
            + "cannot be opened: they were altered or come from another installation; restore the"
            + " store, or authorise the credential again. Nothing was changed");
  }
}
