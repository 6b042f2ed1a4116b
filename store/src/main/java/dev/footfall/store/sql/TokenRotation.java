package dev.footfall.store.sql;

import dev.footfall.store.secret.TokenCipher;
import dev.footfall.store.secret.TokenCipher.Opened;
import dev.footfall.store.secret.TokenKeySource;
import dev.footfall.store.secret.TokenKeys;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes the keys of stored tokens. Whenever it is interrupted, every token can be opened with the
 * keys that are there, and it may be done again.
 */
public final class TokenRotation {
  private final Database database;
  private final TokenCipher cipher;
  private final SealedTokens tokens;

  /** Of the tokens in this database. */
  public TokenRotation(Database database, TokenCipher cipher) {
    this.database = database;
    this.cipher = cipher;
    this.tokens = new SealedTokens(cipher);
  }

  /**
   * What tokens are sealed under.
   *
   * @param keys the names of all keys, that of the key that seals first
   * @param tokens credential to the name of its key; empty for the installation's secret
   * @param source where the keys come from
   */
  public record State(List<String> keys, Map<String, String> tokens, TokenKeySource source) {
    /** Copies what it is given. */
    public State {
      keys = List.copyOf(keys);
      tokens = Map.copyOf(tokens);
    }
  }

  /**
   * What became of the tokens.
   *
   * @param sealed credentials whose tokens are sealed under the first key now
   * @param unreadable credentials whose tokens could not be opened, and are as they were
   */
  public record Resealed(List<String> sealed, List<String> unreadable) {
    /** Copies the lists. */
    public Resealed {
      sealed = List.copyOf(sealed);
      unreadable = List.copyOf(unreadable);
    }
  }

  /** What tokens are sealed under now. */
  public State state() {
    Map<String, String> keys = new TreeMap<>();
    database
        .use(tokens::all)
        .forEach((credential, bytes) -> keys.put(credential, cipher.keyOf(bytes).orElse("")));
    return new State(keys().names(), keys, cipher.source());
  }

  private TokenKeys keys() {
    try {
      return cipher.keys();
    } catch (IOException e) {
      throw SealedTokens.unreadable(e);
    }
  }

  /** Puts a new key before those in a file of ours, and seals all tokens under it. */
  public Resealed renew(TokenKeySource.KeyFile file) {
    return together(
        statements -> {
          change(file::renew);
          return reseal(statements);
        });
  }

  /** Seals all tokens under the first of the keys. */
  public Resealed reseal() {
    return together(this::reseal);
  }

  /**
   * Seals all tokens under the first key of a file of ours, and then forgets its others, unless
   * there are tokens that cannot be opened.
   */
  public Resealed forgetOlder(TokenKeySource.KeyFile file) {
    Resealed resealed = reseal();
    if (resealed.unreadable().isEmpty()) {
      together(
          statements -> {
            if (isSealedUnder(keys().names().get(0), statements)) {
              change(file::forgetOlder);
            }
            return resealed;
          });
    }
    return resealed;
  }

  private Resealed together(Database.Work<Resealed> work) {
    return database.transact(
        statements -> {
          tokens.takeTurn(statements);
          return work.on(statements);
        });
  }

  private boolean isSealedUnder(String key, Statements statements) throws SQLException {
    return tokens.all(statements).values().stream()
        .allMatch(bytes -> cipher.keyOf(bytes).equals(Optional.of(key)));
  }

  private Resealed reseal(Statements statements) throws SQLException {
    List<String> sealed = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Map.Entry<String, byte[]> token : tokens.all(statements).entrySet()) {
      Opened opened = tokens.open(token.getKey(), token.getValue());
      if (opened instanceof Opened.Plain plain) {
        if (!plain.isPresent()) {
          tokens.write(statements, token.getKey(), plain.bytes());
        }
        sealed.add(token.getKey());
      } else {
        unreadable.add(token.getKey());
      }
    }
    return new Resealed(sealed, unreadable);
  }

  /** What is done to a file. */
  private interface Change {
    void make() throws IOException;
  }

  private static void change(Change change) {
    try {
      change.make();
    } catch (IOException e) {
      throw SealedTokens.unreadable(e);
    }
  }
}
