package dev.footfall.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;

/** The quarantine in a folder's database. */
class QuarantineTest extends QuarantineContract {
  @TempDir Path root;

  @Override
  protected Store open(StoreSettings settings) throws IOException {
    return Store.open(root.resolve(".footfall"), StoreSecrets.own(), settings, Clock.systemUTC());
  }
}
