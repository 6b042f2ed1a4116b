package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.delivery.Deliveries.ManualTime;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of very many lines: what they stand for is neither lost nor held in memory. */
class OpenFileTest {
  private static final int LINES = 500_000;
  private static final int FIRST = 10_000;

  @TempDir private Path folder = Path.of("");
  private final Counting ledger = new Counting();
  private final Settled settled = new Settled();

  /** All lines in one file, each behind its number. */
  private static final class Lines implements FileDelivery {
    @Override
    public Limits limits() {
      return new Limits(Integer.MAX_VALUE, Long.MAX_VALUE, 100, 1, 60);
    }

    @Override
    public byte[] header() {
      return new byte[] {'h', '\n'};
    }

    @Override
    public byte[] before(long line) {
      return (line + ",").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String fileName(String partition, int part) {
      return "lines" + part;
    }
  }

  /** Counts entries and keeps none. */
  private static final class Counting implements LedgerRun {
    private final List<Integer> open = new ArrayList<>();
    private long settled;
    private long released;

    @Override
    public List<Known> reserve(List<LedgerKey> keys) {
      return List.of();
    }

    @Override
    public void release(LedgerKey key) {}

    @Override
    public long claim(List<LedgerEntry> entries) {
      open.add(entries.size());
      return open.size() - 1L;
    }

    @Override
    public void settle(long claim, List<Settlement> settlements) {
      assertThat(open.set((int) claim, 0)).isEqualTo(settlements.size());
      for (Settlement settlement : settlements) {
        settled += settlement == Settlement.DELIVERED ? 1 : 0;
        released += settlement == Settlement.RELEASED ? 1 : 0;
      }
    }

    @Override
    public void close() {}
  }

  /** Which rows have a fate. */
  private static final class Settled implements DeliveryListener {
    private final BitSet rows = new BitSet();
    private long accepted;

    @Override
    public void requestSent() {}

    @Override
    public void requestRetried() {}

    @Override
    public void requestBisected() {}

    @Override
    public void settled(Pending pending, Outcome outcome) {
      int row = (int) pending.event().rows().numbers()[0];
      assertThat(rows.get(row)).isFalse();
      assertThat(pending.event().rows().orderId()).isEqualTo("order " + row);
      rows.set(row);
      accepted += outcome instanceof Outcome.Accepted ? 1 : 0;
    }

    @Override
    public void warning(Code code, String words) {}
  }

  private static Pending line(int row) {
    byte[] body = ("line " + row + "\n").getBytes(StandardCharsets.UTF_8);
    Event event =
        new Event(
            body,
            "event " + row,
            "",
            NOW.getEpochSecond(),
            NOW.getEpochSecond(),
            new EventRows(new long[] {row}, "order " + row),
            KeyMaterial.of(body));
    return new Pending(event, List.of(new LedgerEntry(new LedgerKey(row, 1), 1, 2, 3, 4, 0, 1)));
  }

  private static void send(FilePost post, int first, int end) {
    for (int from = first; from < end; from += 1000) {
      List<Pending> block = new ArrayList<>();
      for (int row = from; row < Math.min(end, from + 1000); row++) {
        block.add(line(row));
      }
      post.send(block);
    }
  }

  private FilePost post() {
    return new FilePost(
        new Lines(),
        new Workshop(folder.resolve("making"), new FolderShelf(folder.resolve("out"))),
        new Claims(ledger, new ManualTime()),
        settled,
        FileJournal.NONE);
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void a_file_of_very_many_lines_costs_next_to_no_memory_and_each_row_has_its_fate()
      throws IOException {
    try (FilePost post = post()) {
      send(post, 0, FIRST);
      long before = used();
      send(post, FIRST, LINES);
      assertThat(used() - before).as("bytes of memory").isLessThan(4L * LINES);
      assertThat(settled.rows.cardinality()).as("while the file has no name").isZero();
      post.finish();
    }

    assertThat(settled.rows.cardinality()).isEqualTo(LINES);
    assertThat(settled.accepted).isEqualTo(LINES);
    assertThat(ledger.settled).isEqualTo(LINES);
    try (Stream<String> lines = Files.lines(folder.resolve("out/lines1"))) {
      assertThat(lines.reduce((first, second) -> second)).contains(LINES + ",line " + (LINES - 1));
    }
    assertThat(folder.resolve("making")).doesNotExist();
  }

  @Test
  void rows_of_a_file_that_is_given_up_are_free_again() {
    try (FilePost post = post()) {
      send(post, 0, 4500);
      post.stop(new Reading.Stop(Code.NOT_ATTEMPTED, "stopped"));
      post.finish();
    }

    assertThat(settled.rows.cardinality()).isEqualTo(4500);
    assertThat(settled.accepted).isZero();
    assertThat(ledger.released).isEqualTo(4500);
    assertThat(folder.resolve("making")).doesNotExist();
  }
}
