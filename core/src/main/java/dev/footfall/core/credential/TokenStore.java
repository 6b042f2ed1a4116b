package dev.footfall.core.credential;

import java.util.Optional;

/** Keeps renewed tokens between runs, encrypted at rest. */
public interface TokenStore {
  /**
   * The tokens last stored for a credential.
   *
   * @param credential the credential's name in the configuration
   */
  Optional<StoredTokens> read(String credential);

  /** Replaces the credential's tokens atomically; durable on return. */
  void write(String credential, StoredTokens tokens);
}
