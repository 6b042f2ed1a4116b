package dev.footfall.store.postgres;

import dev.footfall.core.credential.Secret;
import dev.footfall.store.QuarantineContract;
import dev.footfall.store.Store;
import dev.footfall.store.StoreSecrets;
import dev.footfall.store.StoreSettings;
import dev.footfall.store.secret.InstallationSecret;
import java.time.Clock;

/** The quarantine in a database that machines share. */
class PostgresQuarantineTest extends QuarantineContract {
  private final PostgresPlace place = TestPostgres.place();

  @Override
  protected Store open(StoreSettings settings) {
    InstallationSecret secret = InstallationSecret.of(Secret.of("0123456789abcdef".repeat(4)));
    return Store.open(place, StoreSecrets.of(secret), settings, Clock.systemUTC());
  }
}
