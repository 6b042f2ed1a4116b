package dev.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.store.sql.StoreFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in a folder keeps the contract, and its files are nobody else's. */
class StoreTest extends StoreContract {
  @TempDir Path root;

  @Override
  protected Store open(StoreSettings settings, Clock clock) throws IOException {
    return Store.open(root.resolve(".footfall"), StoreSecrets.own(), settings, clock);
  }

  @Test
  void a_store_with_another_installations_secret_is_refused() throws IOException {
    open().close();
    Files.write(root.resolve(".footfall/secret"), new byte[32]);
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreFault.class)
        .hasMessageContaining("restore the right one");
  }

  @Test
  void only_the_owner_may_read_the_store() throws IOException {
    try (Store store = open()) {
      store.ledger().begin("scope", 1).close();
      store.runs().start(start("r-1", NOON));
      for (Path file : files()) {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        assertThat(permissions).as("of %s", file).endsWith("------");
      }
    }
  }

  @Test
  void no_order_id_and_no_token_is_found_in_any_file() throws IOException {
    List<String> canaries = List.of("CANARY-ORDER-4711", "canary@example.com", "canary-token-1");
    try (Store store = open()) {
      LedgerRun run = store.ledger().begin("meta 123 api", 1);
      KeyDigest digest = store.keys().digest("meta 123 api");
      LedgerKey key = digest.part("CANARY-ORDER-4711").part("canary@example.com").finish();
      long claim = run.claim(List.of(new LedgerEntry(key, 1, 2, 3, 4, 5, 1)));
      store.outcomes().record(List.of(new OutcomeLine(1, key, "refused", "100", "", "", 1)));
      store.tokens().write("meta-main", tokens("canary-token-1", Optional.empty()));
      assertNoneHolds(canaries); // journal and write-ahead log
      run.settle(claim, List.of(Settlement.DELIVERED));
      run.close();
    }
    assertNoneHolds(canaries); // segments and database
  }

  private void assertNoneHolds(List<String> canaries) throws IOException {
    for (Path file : files()) {
      if (Files.isRegularFile(file)) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(canaries).as("in %s", file).noneMatch(bytes::contains);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(root.resolve(".footfall"))) {
      return new ArrayList<>(all.toList());
    }
  }
}
