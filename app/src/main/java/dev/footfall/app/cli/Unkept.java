package dev.footfall.app.cli;

import dev.footfall.core.credential.StoredTokens;
import dev.footfall.core.credential.TokenStore;
import java.util.Optional;

/** Keeps no token beyond the command. */
final class Unkept implements TokenStore {
  @Override
  public Optional<StoredTokens> read(String credential) {
    return Optional.empty();
  }

  @Override
  public void write(String credential, StoredTokens tokens) {}
}
