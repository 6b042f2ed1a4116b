package dev.footfall.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.footfall.core.credential.Secret;
import dev.footfall.store.Store;
import dev.footfall.store.StoreSecrets;
import dev.footfall.store.StoreSettings;
import dev.footfall.store.TokenContract;
import dev.footfall.store.secret.InstallationSecret;
import dev.footfall.store.secret.TokenCipher;
import dev.footfall.store.secret.TokenKeySource;
import dev.footfall.store.sql.Database;
import dev.footfall.store.sql.StoreFault;
import dev.footfall.store.sql.TokenRotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens in a folder's database keep the contract, and their keys can be changed at any time. */
class SqliteTokenTest extends TokenContract {
  @TempDir Path root;

  @Override
  protected Store open(StoreSecrets secrets) throws IOException {
    return Store.open(folder(), secrets, StoreSettings.defaults(), Clock.systemUTC());
  }

  @Override
  protected Database tables() throws IOException {
    return SqliteDatabase.open(folder().resolve("footfall.db"));
  }

  private Path folder() {
    return root.resolve(".footfall");
  }

  private TokenKeySource.KeyFile file() {
    return new TokenKeySource.KeyFile(folder().resolve("token-keys"));
  }

  private Store filled() throws IOException {
    Store store = with();
    store.tokens().write("klaviyo-main", tokens("one"));
    store.tokens().write("meta-main", tokens("two"));
    return store;
  }

  private void assertReadable() throws IOException {
    try (Store store = with()) {
      assertThat(store.tokens().read("klaviyo-main")).contains(tokens("one"));
      assertThat(store.tokens().read("meta-main")).contains(tokens("two"));
    }
  }

  @Test
  void the_file_of_keys_is_made_with_the_first_token_and_is_its_owners_alone() throws IOException {
    with().close();
    assertThat(file().path()).doesNotExist();
    filled().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path())))
        .isEqualTo("rw-------");
    try (Store store = with()) {
      store.rotation().renew(file());
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_new_key_seals_all_tokens_and_the_old_one_is_kept_until_it_is_forgotten()
      throws IOException {
    try (Store store = filled()) {
      List<String> before = store.rotation().state().keys();
      store.rotation().renew(file());
      List<String> after = store.rotation().state().keys();
      assertThat(after).hasSize(2).endsWith(before.get(0));
      assertThat(store.rotation().state().tokens().values()).containsOnly(after.get(0));
      store.rotation().forgetOlder(file());
      assertThat(store.rotation().state().keys()).containsExactly(after.get(0));
    }
    assertReadable();
  }

  @Test
  void no_key_is_forgotten_while_a_token_cannot_be_opened() throws IOException {
    try (Store store = filled();
        Database tables = tables()) {
      tables.update("UPDATE token SET sealed = x'0200' WHERE credential = 'meta-main'");
      store.rotation().renew(file());
      assertThat(store.rotation().forgetOlder(file()).unreadable()).containsExactly("meta-main");
      assertThat(store.rotation().state().keys()).hasSize(2);
    }
  }

  /**
   * One is interrupted before its first step, the next before its second, until one gets through.
   */
  @Test
  void a_rotation_that_is_interrupted_anywhere_leaves_every_token_readable() throws IOException {
    filled().close();
    InstallationSecret secret = InstallationSecret.of(Secret.of(SECRET));
    boolean isThrough = false;
    for (int steps = 0; !isThrough; steps++) {
      try (Database real = tables()) {
        FallingDatabase falling = new FallingDatabase(real, steps);
        TokenRotation rotation = new TokenRotation(falling, new TokenCipher(secret, file()));
        Throwable fall =
            catchThrowable(
                () -> {
                  rotation.renew(file());
                  rotation.forgetOlder(file());
                });
        isThrough = fall == null;
        assertThat(isThrough || falling.hasFallen()).as("%s", fall).isTrue();
      }
      assertReadable();
      assertThat(steps).isLessThan(100);
    }
    assertThat(file().read().names()).hasSize(1);
  }

  @Test
  void keys_may_be_changed_and_forgotten_while_a_run_renews_its_tokens() throws Exception {
    filled().close();
    AtomicBoolean isDone = new AtomicBoolean();
    ExecutorService run = Executors.newSingleThreadExecutor();
    try (Store operator = with();
        Store running = with()) {
      Future<Integer> renewals =
          run.submit(
              () -> {
                int number = 0;
                do {
                  running.tokens().write("braze-main", tokens("renewed " + ++number));
                  assertThat(running.tokens().read("braze-main"))
                      .contains(tokens("renewed " + number));
                } while (!isDone.get());
                return number;
              });
      for (int i = 0; i < 6; i++) {
        operator.rotation().renew(file());
        assertThat(operator.rotation().forgetOlder(file()).unreadable()).isEmpty();
      }
      isDone.set(true);
      String last = "renewed " + renewals.get();
      assertThat(operator.tokens().read("braze-main")).contains(tokens(last));
    } finally {
      isDone.set(true);
      run.shutdownNow();
    }
    assertReadable();
  }

  @Test
  void keys_that_are_given_open_what_the_file_had_sealed() throws IOException {
    filled().close();
    try (Store store = with(FIRST)) {
      assertThat(store.rotation().reseal().sealed()).hasSize(2);
    }
    Files.delete(file().path());
    try (Store store = with(FIRST)) {
      assertThat(store.tokens().read("meta-main")).contains(tokens("two"));
    }
    assertThat(file().path()).doesNotExist();
  }

  @Test
  void a_file_of_keys_that_holds_something_else_is_refused_without_being_quoted()
      throws IOException {
    filled().close();
    Files.writeString(file().path(), "hunter2\n");
    try (Store store = with()) {
      assertThatThrownBy(() -> store.tokens().read("meta-main"))
          .isInstanceOfSatisfying(
              StoreFault.class,
              fault -> assertThat(fault.kind()).isEqualTo(StoreFault.Kind.TOKEN_KEYS_UNREADABLE))
          .hasMessageContaining("token-keys should hold keys of 64 hexadecimal digits")
          .hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void the_secret_may_be_given_to_a_store_that_has_it_in_a_file() throws IOException {
    Path other = root.resolve("other");
    Store.open(other).close();
    byte[] bytes = Files.readAllBytes(other.resolve("secret"));
    StoreSecrets same = given(HexFormat.of().formatHex(bytes));
    Files.delete(other.resolve("secret"));
    Store.open(other, same, StoreSettings.defaults(), Clock.systemUTC()).close();
    assertThat(other.resolve("secret")).doesNotExist();
    assertThatThrownBy(
            () -> Store.open(other, given(SECRET), StoreSettings.defaults(), Clock.systemUTC()))
        .isInstanceOf(StoreFault.class)
        .hasMessageContaining("the secret that is set for", "restore the right one");
  }

  private static StoreSecrets given(String digits) {
    return new StoreSecrets(
        Optional.of(InstallationSecret.of(Secret.of(digits))), Optional.empty());
  }
}
