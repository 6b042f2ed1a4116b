package dev.footfall.store.ledger;

import static dev.footfall.store.ledger.Entries.NOW;
import static dev.footfall.store.ledger.Entries.entries;
import static dev.footfall.store.ledger.Entries.key;
import static dev.footfall.store.ledger.Entries.keys;
import static dev.footfall.store.ledger.Entries.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.LedgerBusy;
import dev.footfall.core.ledger.LedgerDamaged;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Size on disk, memory, merging, retention and locking of the embedded ledger. */
class LedgerHousekeepingTest {
  private static final String SCOPE = "scope";

  @TempDir Path folder;

  private static void deliver(LedgerRun run, int number, int from, int to) {
    run.reserve(keys(from, to));
    run.settle(
        run.claim(entries(number, from, to)), Collections.nCopies(to - from, Settlement.DELIVERED));
  }

  private List<Path> segments() throws IOException {
    try (var files = Files.list(TestLedgers.scopeFolder(folder, SCOPE))) {
      return files.filter(f -> f.getFileName().toString().startsWith("segment")).toList();
    }
  }

  @Test
  void many_flushes_and_merges_lose_and_double_nothing() throws IOException {
    int keys = 60_000;
    try (LedgerRun run = TestLedgers.in(folder, 1_000).begin(SCOPE, 1)) {
      for (int from = 0; from < keys; from += 500) {
        deliver(run, 1, from, from + 500);
      }
      assertThat(segments()).hasSizeLessThan(20);
      assertThat(states(run.reserve(keys(0, keys)))).containsOnly(KeyState.DUPLICATE);
    }
    assertThat(segments()).hasSizeLessThan(5);
    try (LedgerRun run = TestLedgers.in(folder, 1_000).begin(SCOPE, 2)) {
      assertThat(states(run.reserve(keys(0, keys)))).containsOnly(KeyState.DELIVERED);
      assertThat(states(run.reserve(keys(keys, 2 * keys)))).containsOnly(KeyState.NEW);
    }
  }

  @Test
  void a_key_takes_less_than_64_bytes_on_disk() throws IOException {
    int keys = 100_000;
    try (LedgerRun run = TestLedgers.in(folder, 500_000).begin(SCOPE, 1)) {
      deliver(run, 1, 0, keys);
    }
    long size = 0;
    try (var files = Files.list(TestLedgers.scopeFolder(folder, SCOPE))) {
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
    }
    assertThat(size).isBetween(57L * keys, 64L * keys);
  }

  @Test
  void memory_does_not_grow_with_the_number_of_keys() throws IOException {
    int memoryKeys = 2_000;
    try (LedgerRun run = TestLedgers.in(folder, memoryKeys).begin(SCOPE, 1)) {
      for (int from = 0; from < 100_000; from += 500) {
        deliver(run, 1, from, from + 500);
        long journal = Files.exists(journal()) ? Files.size(journal()) : 0;
        assertThat(journal).isLessThan((memoryKeys + 500L) * 64);
        assertThat(((FileLedgerRun) run).keysInMemory()).isLessThanOrEqualTo(memoryKeys);
      }
    }
  }

  private Path journal() throws IOException {
    return TestLedgers.liveJournal(folder, SCOPE);
  }

  @Test
  void a_run_that_only_meets_known_keys_writes_nothing() throws IOException {
    try (LedgerRun run = TestLedgers.in(folder, 1_000).begin(SCOPE, 1)) {
      deliver(run, 1, 0, 100);
    }
    List<Path> before = segments();
    String manifest = Files.readString(TestLedgers.scopeFolder(folder, SCOPE).resolve("manifest"));
    try (LedgerRun run = TestLedgers.in(folder, 1_000).begin(SCOPE, 2)) {
      run.reserve(keys(0, 100));
      assertThat(journal()).doesNotExist();
    }
    assertThat(segments()).isEqualTo(before);
    assertThat(TestLedgers.scopeFolder(folder, SCOPE).resolve("manifest")).hasContent(manifest);
  }

  @Test
  void lines_older_than_the_retention_are_dropped_in_time() throws IOException {
    Instant later = Instant.ofEpochSecond(NOW).plus(Duration.ofDays(100));
    try (LedgerRun run = TestLedgers.in(folder, 1_000).begin(SCOPE, 1)) {
      deliver(run, 1, 0, 100);
    }
    try (LedgerRun run = TestLedgers.at(folder, 1_000, later).begin(SCOPE, 2)) {
      List<LedgerEntry> recent = new ArrayList<>();
      for (LedgerKey key : keys(100, 150)) {
        recent.add(new LedgerEntry(key, 0, 0, 0, NOW, later.getEpochSecond(), 2));
      }
      run.settle(run.claim(recent), Collections.nCopies(50, Settlement.DELIVERED));
    }
    FileLedger ledger = TestLedgers.at(folder, 1_000, later);
    assertThat(ledger.find(SCOPE, key(0))).isEmpty();
    assertThat(ledger.find(SCOPE, key(149))).isPresent();
  }

  @Test
  void a_retention_below_the_longest_window_is_refused() {
    assertThatThrownBy(() -> new LedgerSettings(1_000, Duration.ofDays(89)))
        .hasMessageContaining("90 days");
  }

  @ParameterizedTest
  @CsvSource({"67108864, 55924", "100663296, 83886", "536870912, 447392", "8589934592, 500000"})
  void the_keys_of_a_run_take_an_eighth_of_the_heap_at_most(long heap, int keys) {
    assertThat(LedgerSettings.within(heap).memoryKeys()).isEqualTo(keys);
  }

  @Test
  void another_process_finds_the_scope_busy() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(other.getInputStream().read()).isEqualTo('h'); // it holds the scope
      assertThatThrownBy(() -> TestLedgers.in(folder, 1_000).begin(SCOPE, 2))
          .isInstanceOf(LedgerBusy.class)
          .hasMessageContaining("process " + other.pid());
    } finally {
      other.destroyForcibly().waitFor(30, TimeUnit.SECONDS); // kill -9
    }
    try (LedgerRun run = TestLedgers.in(folder, 1_000).begin(SCOPE, 2)) {
      assertThat(states(run.reserve(keys(0, 3))))
          .containsExactly(KeyState.DELIVERED, KeyState.UNKNOWN, KeyState.NEW);
    }
  }

  /** Another process that claims, settles one of two keys, and waits to be killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      LedgerRun run = TestLedgers.in(Path.of(arguments[0]), 1_000).begin(SCOPE, 1);
      run.settle(run.claim(entries(1, 0, 1)), List.of(Settlement.DELIVERED));
      run.claim(entries(1, 1, 2));
      System.out.write('h');
      System.out.flush();
      System.in.read();
    }
  }

  @Test
  void a_manifest_of_a_newer_version_is_refused() throws IOException {
    TestLedgers.in(folder, 1_000).begin(SCOPE, 1).close();
    Path manifest = TestLedgers.scopeFolder(folder, SCOPE).resolve("manifest");
    String newer = Files.readString(manifest).replaceFirst("ledger 1", "ledger 2");
    Files.write(manifest, newer.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> TestLedgers.in(folder, 1_000).begin(SCOPE, 2))
        .isInstanceOf(LedgerDamaged.class)
        .hasMessageContaining("newer Footfall");
  }

  @Test
  void keys_that_are_not_spread_like_digests_are_found_too() throws IOException {
    List<LedgerKey> plain = new ArrayList<>();
    List<LedgerEntry> entries = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      LedgerKey key = new LedgerKey(i % 3 - 1, i);
      plain.add(key);
      entries.add(new LedgerEntry(key, i, 0, 0, NOW, NOW, 1));
    }
    try (LedgerRun run = TestLedgers.in(folder, 10_000).begin(SCOPE, 1)) {
      run.settle(run.claim(entries), Collections.nCopies(3_000, Settlement.DELIVERED));
    }
    try (LedgerRun run = TestLedgers.in(folder, 10_000).begin(SCOPE, 2)) {
      assertThat(states(run.reserve(plain))).containsOnly(KeyState.DELIVERED);
      assertThat(states(run.reserve(List.of(new LedgerKey(0, -1))))).containsExactly(KeyState.NEW);
    }
  }
}
