package dev.footfall.store.ledger;

import static dev.footfall.store.ledger.Entries.entries;
import static dev.footfall.store.ledger.Entries.key;
import static dev.footfall.store.ledger.Entries.keys;
import static dev.footfall.store.ledger.Entries.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.LedgerDamaged;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger still knows after its process died, and when it says that it cannot know. */
class CrashTest {
  private static final String SCOPE = "scope";
  private static final int BATCH = 3;
  private static final int BATCHES = 4;

  @TempDir Path root;
  private Path crashed;
  private Path journal;
  private byte[] journalBytes;

  /** Journal lengths at which the claim, and the settlement, of each batch were acknowledged. */
  private final List<Long> claimed = new ArrayList<>();

  private final List<Long> settled = new ArrayList<>();

  @BeforeEach
  void crash() throws IOException {
    Path live = root.resolve("live");
    crashed = root.resolve("crashed");
    try (LedgerRun run = TestLedgers.in(live, 1000).begin(SCOPE, 1)) {
      for (int b = 0; b < BATCHES; b++) {
        int from = b * BATCH;
        run.reserve(keys(from, from + BATCH));
        long claim = run.claim(entries(1, from, from + BATCH));
        Path liveJournal = TestLedgers.liveJournal(live, SCOPE);
        claimed.add(Files.size(liveJournal));
        if (b < BATCHES - 1) {
          run.settle(claim, Collections.nCopies(BATCH, outcome(b)));
        }
        settled.add(b < BATCHES - 1 ? Files.size(liveJournal) : Long.MAX_VALUE);
      }
      TestLedgers.copy(live, crashed);
    }
    journal = TestLedgers.liveJournal(crashed, SCOPE);
    journalBytes = Files.readAllBytes(journal);
  }

  private static Settlement outcome(int batch) {
    return batch == 1 ? Settlement.RELEASED : Settlement.DELIVERED;
  }

  private List<KeyState> reopened(byte[] bytes) throws IOException {
    Path folder = root.resolve("again");
    TestLedgers.copy(crashed, folder);
    try {
      Files.write(TestLedgers.liveJournal(folder, SCOPE), bytes);
      try (LedgerRun run = TestLedgers.in(folder, 1000).begin(SCOPE, 2)) {
        return states(run.reserve(keys(0, BATCHES * BATCH)));
      }
    } finally {
      TestLedgers.delete(folder);
    }
  }

  @Test
  void what_was_settled_is_known_and_what_was_not_is_unknown() throws IOException {
    assertThat(reopened(journalBytes))
        .startsWith(KeyState.DELIVERED, KeyState.DELIVERED, KeyState.DELIVERED, KeyState.NEW)
        .endsWith(KeyState.DELIVERED, KeyState.UNKNOWN, KeyState.UNKNOWN, KeyState.UNKNOWN);
  }

  @Test
  void a_journal_cut_at_any_byte_keeps_all_that_was_acknowledged_before() throws IOException {
    for (int length = 0; length <= journalBytes.length; length++) {
      List<KeyState> found = reopened(Arrays.copyOf(journalBytes, length));
      for (int b = 0; b < BATCHES; b++) {
        KeyState expected = KeyState.NEW;
        if (settled.get(b) <= length) {
          expected = outcome(b) == Settlement.RELEASED ? KeyState.NEW : KeyState.DELIVERED;
        } else if (claimed.get(b) <= length) {
          expected = KeyState.UNKNOWN;
        }
        assertThat(found.subList(b * BATCH, (b + 1) * BATCH))
            .as("batch %s of a journal cut to %s bytes", b, length)
            .containsOnly(expected);
      }
    }
  }

  @Test
  void garbage_after_the_last_record_is_left_out() throws IOException {
    byte[] longer = Arrays.copyOf(journalBytes, journalBytes.length + 100);
    Arrays.fill(longer, journalBytes.length, longer.length, (byte) 0x46);
    assertThat(reopened(longer)).isEqualTo(reopened(journalBytes));
  }

  @Test
  void a_flipped_bit_in_what_had_reached_the_disk_is_refused() {
    long durable = claimed.get(BATCHES - 2); // the last claim says so
    for (int at = 0; at < durable; at++) {
      byte[] flipped = journalBytes.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      assertThatThrownBy(() -> reopened(flipped))
          .as("bit flipped in byte %s", at)
          .isInstanceOf(LedgerDamaged.class)
          .hasMessageContaining("restore");
    }
  }

  @Test
  void a_record_of_a_newer_version_is_refused() {
    byte[] newer = journalBytes.clone();
    newer[JournalRecord.VERSION_AT] = 9;
    int size =
        JournalRecord.HEADER
            + ByteBuffer.wrap(newer).order(ByteOrder.LITTLE_ENDIAN).getInt(JournalRecord.LENGTH_AT);
    ByteBuffer.wrap(newer)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(4, JournalRecord.crc(newer, 0, size));
    assertThatThrownBy(() -> reopened(newer))
        .isInstanceOf(LedgerDamaged.class)
        .hasMessageContaining("newer Footfall");
  }

  @Test
  void a_crash_after_a_flush_loses_nothing_and_doubles_nothing() throws IOException {
    Path live = root.resolve("flushing");
    try (LedgerRun run = TestLedgers.in(live, 4).begin(SCOPE, 1)) {
      long first = run.claim(entries(1, 0, 3));
      for (int b = 1; b < 30; b++) {
        long claim = run.claim(entries(1, 3 * b, 3 * b + 3));
        run.settle(claim, Collections.nCopies(3, Settlement.DELIVERED));
        Path copy = root.resolve("copy" + b);
        TestLedgers.copy(live, copy);
        try (LedgerRun next = TestLedgers.in(copy, 4).begin(SCOPE, 2)) {
          List<KeyState> found = states(next.reserve(keys(0, 90)));
          assertThat(found.subList(0, 3)).containsOnly(KeyState.UNKNOWN);
          assertThat(found.subList(3, 3 * b + 3)).containsOnly(KeyState.DELIVERED);
          assertThat(found.subList(3 * b + 3, 90)).allMatch(s -> s == KeyState.NEW);
        }
      }
      run.settle(first, Collections.nCopies(3, Settlement.DELIVERED));
    }
  }

  @Test
  void files_that_no_manifest_names_are_cleared_away() throws IOException {
    TestLedgers.in(crashed, 1000).begin(SCOPE, 2).close();
    Path folder = TestLedgers.scopeFolder(crashed, SCOPE);
    Files.write(folder.resolve("segment-99"), new byte[10]);
    Files.write(folder.resolve("segment-98.draft"), new byte[10]);
    TestLedgers.in(crashed, 1000).begin(SCOPE, 3).close();
    assertThat(folder.resolve("segment-99")).doesNotExist();
    assertThat(folder.resolve("segment-98.draft")).doesNotExist();
  }

  @Test
  void a_missing_manifest_is_refused() throws IOException {
    Files.delete(TestLedgers.scopeFolder(crashed, SCOPE).resolve("manifest"));
    assertThatThrownBy(() -> TestLedgers.in(crashed, 1000).begin(SCOPE, 2))
        .isInstanceOf(LedgerDamaged.class);
  }

  @Test
  void any_flipped_bit_of_a_segment_is_noticed() throws IOException {
    TestLedgers.in(crashed, 1000).begin(SCOPE, 2).close();
    Path folder = TestLedgers.scopeFolder(crashed, SCOPE);
    Path segment;
    try (var files = Files.list(folder)) {
      segment =
          files
              .filter(f -> f.getFileName().toString().startsWith("segment"))
              .findAny()
              .orElseThrow();
    }
    byte[] whole = Files.readAllBytes(segment);
    for (int at = 0; at < whole.length - 4; at++) { // the last four bytes are not read
      if (at >= 8 && at < SegmentLayout.HEADER) {
        continue; // padding
      }
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      Files.write(segment, flipped);
      assertThatThrownBy(() -> TestLedgers.in(crashed, 1000).find(SCOPE, key(0)))
          .as("bit flipped in byte %s", at)
          .isInstanceOf(LedgerDamaged.class);
    }
  }
}
