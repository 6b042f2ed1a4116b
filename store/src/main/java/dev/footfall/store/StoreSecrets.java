package dev.footfall.store;

import dev.footfall.store.secret.InstallationSecret;
import dev.footfall.store.secret.TokenKeys;
import java.util.Optional;

/**
 * The secrets of a store that a person gives; what is not given is kept in the store's own folder.
 *
 * @param installation the key of the ledger; a database that machines share needs it
 * @param tokenKeys what tokens are sealed under
 */
public record StoreSecrets(
    Optional<InstallationSecret> installation, Optional<TokenKeys> tokenKeys) {
  /** Nothing is given. */
  public static StoreSecrets own() {
    return new StoreSecrets(Optional.empty(), Optional.empty());
  }

  /** This one, and no token keys. */
  public static StoreSecrets of(InstallationSecret installation) {
    return new StoreSecrets(Optional.of(installation), Optional.empty());
  }
}
