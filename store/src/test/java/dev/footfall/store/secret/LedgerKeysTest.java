package dev.footfall.store.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerKeysTest {
  @TempDir Path folder;

  @Test
  void the_same_parts_give_the_same_key_after_reopening() throws IOException {
    Path file = folder.resolve("secret");
    LedgerKey first = LedgerKeys.open(file).digest("scope").part("ORD-1").finish();
    KeyDigest again = LedgerKeys.open(file).digest("scope");
    again.part("something else").finish();
    assertThat(again.part("ORD-1").finish()).isEqualTo(first);
  }

  @Test
  void another_installation_or_purpose_gives_another_key() throws IOException {
    LedgerKeys keys = LedgerKeys.open(folder.resolve("secret"));
    LedgerKeys other = LedgerKeys.open(folder.resolve("other"));
    LedgerKey key = keys.digest("scope").part("ORD-1").finish();
    assertThat(other.digest("scope").part("ORD-1").finish()).isNotEqualTo(key);
    assertThat(keys.digest("scope2").part("ORD-1").finish()).isNotEqualTo(key);
  }

  @Test
  void parts_do_not_run_into_each_other() throws IOException {
    KeyDigest digest = LedgerKeys.open(folder.resolve("secret")).digest("scope");
    LedgerKey key = digest.part("ab").part("c").finish();
    assertThat(digest.part("a").part("bc").finish()).isNotEqualTo(key);
    assertThat(digest.part("abc").finish()).isNotEqualTo(key);
    assertThat(digest.part("ab").part("c").part("").finish()).isNotEqualTo(key);
  }

  @Property(tries = 200)
  void a_key_is_the_first_half_of_the_standard_hmac(
      @ForAll @Size(32) byte[] secret, @ForAll List<byte[]> parts) throws GeneralSecurityException {
    HmacDigest digest = new HmacDigest(secret);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    for (byte[] part : parts) {
      digest.part(part, 0, part.length);
      mac.update(ByteBuffer.allocate(4).putInt(part.length).flip());
      mac.update(part);
    }
    ByteBuffer expected = ByteBuffer.wrap(mac.doFinal());
    assertThat(digest.finish()).isEqualTo(new LedgerKey(expected.getLong(), expected.getLong()));
  }

  @Test
  void the_secret_is_for_its_owner_only_and_for_all_threads_the_same() throws Exception {
    Path file = folder.resolve("secret");
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> prints = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        prints.add(pool.submit(() -> InstallationSecret.open(file).print()));
      }
      Set<String> distinct = new HashSet<>();
      for (Future<String> print : prints) {
        distinct.add(print.get());
      }
      assertThat(distinct).hasSize(1);
    } finally {
      pool.shutdownNow();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void a_secret_of_the_wrong_length_is_refused() throws IOException {
    Path file = Files.write(folder.resolve("secret"), new byte[5]);
    assertThatThrownBy(() -> LedgerKeys.open(file)).hasMessageContaining("restore");
  }
}
