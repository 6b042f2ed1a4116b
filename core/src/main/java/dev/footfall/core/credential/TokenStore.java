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

  /** What is done in one's turn. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T run() throws InterruptedException;
  }

  /**
   * Does some work on a credential's tokens while nobody else does who shares them from another
   * machine. Those of one machine see to their turns themselves.
   */
  default <T> T inTurn(String credential, Work<T> work) throws InterruptedException {
    return work.run();
  }
}
