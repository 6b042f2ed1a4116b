package dev.footfall.store.secret;

import dev.footfall.core.credential.Secret;
import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where token keys come from; asked anew each time, since another process may change them. */
public sealed interface TokenKeySource {
  /** The keys as they are now. */
  TokenKeys read() throws IOException;

  /** Those given, before what a file of ours holds; else that file. */
  static TokenKeySource of(Optional<TokenKeys> given, Path file) {
    KeyFile ours = new KeyFile(file);
    return given.isPresent() ? new Given(given.get(), Optional.of(ours)) : ours;
  }

  /** Those given; else the one that the secret gives, under which tokens may be found anyway. */
  static TokenKeySource of(Optional<TokenKeys> given, InstallationSecret secret) {
    TokenKeys derived = TokenKeys.of(TokenKey.derived(secret, "footfall tokens 2"));
    return given.isPresent()
        ? new Given(given.get().and(derived), Optional.empty())
        : new Derived(derived);
  }

  /**
   * Keys that a person gave and changes.
   *
   * @param former a file of ours, whose keys were used before and may be there
   */
  record Given(TokenKeys keys, Optional<KeyFile> former) implements TokenKeySource {
    @Override
    public TokenKeys read() throws IOException {
      return former.isPresent() && Files.exists(former.get().path())
          ? keys.and(former.get().read())
          : keys;
    }
  }

  /** Keys that only the installation's secret gives; nobody can change them without it. */
  record Derived(TokenKeys keys) implements TokenKeySource {
    @Override
    public TokenKeys read() {
      return keys;
    }
  }

  /** A file of ours, made with one random key at first use. */
  record KeyFile(Path path) implements TokenKeySource {
    @Override
    public TokenKeys read() throws IOException {
      if (Files.notExists(path)) {
        DurableFiles.createOnce(path, bytes(TokenKeys.of(TokenKey.random())));
      }
      return inFile();
    }

    private TokenKeys inFile() throws IOException {
      try {
        return TokenKeys.of(Secret.of(Files.readString(path)));
      } catch (IllegalArgumentException malformed) {
        throw new IOException(
            path + " should hold keys of 64 hexadecimal digits, one a line; restore it");
      }
    }

    /** Puts a new key before the others; all of them are readable at every moment. */
    public void renew() throws IOException {
      DurableFiles.replace(path, bytes(TokenKeys.of(TokenKey.random()).and(read())));
    }

    /** Forgets all keys but the one that seals. */
    public void forgetOlder() throws IOException {
      DurableFiles.replace(path, bytes(TokenKeys.of(read().first())));
    }

    private static byte[] bytes(TokenKeys keys) {
      return keys.text().getBytes(StandardCharsets.UTF_8);
    }
  }
}
