package dev.footfall.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.RunStart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in a folder forgets as it should, and its files show it. */
class RetentionTest extends RetentionContract {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final LedgerKey KEY =
      new LedgerKey(0x0123_4567_89ab_cdefL, 0x7654_3210_0bad_cafeL);

  @TempDir Path root;

  @Override
  protected Store open(StoreSettings settings, Clock clock) throws IOException {
    return Store.open(root.resolve(".footfall"), StoreSecrets.own(), settings, clock);
  }

  private Store at(Instant now) throws IOException {
    return open(StoreSettings.defaults(), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void the_bytes_of_a_forgotten_digest_are_in_no_file() throws IOException {
    try (Store store = at(NOON)) {
      LedgerEntry entry = new LedgerEntry(KEY, 1, 2, 3, 4, NOON.getEpochSecond(), 1);
      LedgerEntry other = entry.withKey(new LedgerKey(5, 6));
      try (LedgerRun run = store.ledger().begin("scope", 1)) {
        run.settle(run.claim(List.of(entry, other)), Collections.nCopies(2, Settlement.DELIVERED));
      }
      store.outcomes().record(List.of(new OutcomeLine(1, KEY, "rejected", "BAD_EMAIL", "", "", 1)));
      assertThat(files(KEY)).hasSizeGreaterThanOrEqualTo(2);

      assertThat(store.ledger().forget("scope", Set.of(KEY))).isEqualTo(1);
      store.outcomes().forget(Set.of(KEY));
      store.reclaim();
      assertThat(files(KEY)).isEmpty();
      assertThat(store.ledger().find("scope", other.key())).isPresent();
    }
    assertThat(files(KEY)).isEmpty();
  }

  /** The files that hold a digest, whichever way round its words are written. */
  private List<Path> files(LedgerKey key) throws IOException {
    List<String> written =
        List.of(text(key, ByteOrder.BIG_ENDIAN), text(key, ByteOrder.LITTLE_ENDIAN));
    try (var all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> written.stream().anyMatch(bytes(file)::contains))
          .toList();
    }
  }

  private static String text(LedgerKey key, ByteOrder order) {
    byte[] bytes =
        ByteBuffer.allocate(16).order(order).putLong(key.high()).putLong(key.low()).array();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String bytes(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  @Test
  void the_database_gives_the_room_of_old_runs_back_to_the_disk() throws IOException {
    Path file = root.resolve(".footfall/footfall.db");
    try (Store store = at(NOON)) {
      for (int run = 1; run <= 4; run++) {
        store.runs().start(new RunStart("r-" + run, "stores", "meta", "1", NOON));
        int number = run;
        store
            .outcomes()
            .record(
                Collections.nCopies(
                    10_000, new OutcomeLine(number, KEY, "rejected", "BAD_EMAIL", "email", "", 1)));
      }
      store.reclaim();
    }
    long before = Files.size(file);
    pass(this::at, NOON, NOON.plus(Duration.ofDays(89)));
    try (Store store = at(NOON.plus(Duration.ofDays(91)))) {
      assertThat(store.tidy()).isTrue();
      assertThat(Files.size(file)).isLessThan(before / 10);
    }
  }
}
