package dev.footfall.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.store.Store;
import dev.footfall.store.StoreSecrets;
import dev.footfall.store.StoreSettings;
import dev.footfall.store.TokenContract;
import dev.footfall.store.secret.TokenKeySource;
import dev.footfall.store.sql.Database;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Tokens in a shared database keep the contract. */
class PostgresTokenTest extends TokenContract {
  private final PostgresPlace place = TestPostgres.place();

  @Override
  protected Store open(StoreSecrets secrets) {
    return Store.open(place, secrets, StoreSettings.defaults(), Clock.systemUTC());
  }

  @Override
  protected Database tables() {
    return PostgresDatabase.asItIs(place);
  }

  @Test
  void without_keys_of_their_own_tokens_are_sealed_under_one_that_the_secret_gives()
      throws IOException {
    try (Store here = with();
        Store there = with()) {
      here.tokens().write("meta-main", tokens("one"));
      assertThat(there.tokens().read("meta-main")).contains(tokens("one"));
      assertThat(there.rotation().state().source()).isInstanceOf(TokenKeySource.Derived.class);
    }
  }
}
