package dev.footfall.store.postgres;

import dev.footfall.core.credential.Secret;
import dev.footfall.store.RetentionContract;
import dev.footfall.store.Store;
import dev.footfall.store.StoreSecrets;
import dev.footfall.store.StoreSettings;
import dev.footfall.store.secret.InstallationSecret;
import java.time.Clock;

/** The shared store forgets as it should. */
class PostgresRetentionTest extends RetentionContract {
  private final PostgresPlace place = TestPostgres.place();

  @Override
  protected Store open(StoreSettings settings, Clock clock) {
    InstallationSecret secret = InstallationSecret.of(Secret.of("0f".repeat(32)));
    return Store.open(place, StoreSecrets.of(secret), settings, clock);
  }
}
