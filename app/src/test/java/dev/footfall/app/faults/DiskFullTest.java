package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.app.cli.Typed;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.KeptEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up under a run, and the run after somebody made room. */
class DiskFullTest {
  private static final Faults SIZE = Faults.ofThisRun();
  private static final int ORDERS = SIZE.full() ? 10_000 : 2_000;

  /** Of 3 kB each: more than memory holds of rows. */
  private static final int WIDE_ORDERS = 24_000;

  /** What one run has under way: four requests of twenty events. */
  private static final int UNDER_WAY = 80;

  @TempDir Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void open() throws Exception {
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults().recent(ORDERS + 1).by(InstantSource.fixed(Typed.NOW)));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  /** Kilobytes that are left when a run begins. */
  private static List<Integer> rooms(Integer... few) {
    return SIZE.full()
        ? new Random(SIZE.seed()).ints(0, 1200).distinct().limit(60).boxed().toList()
        : List.of(few);
  }

  private Till till(String name) {
    return new Till(folder.resolve(name), sandbox).write("").orders(ORDERS);
  }

  private static void saysWhatWhereAndTheRemedy(Typed.Answer answer, String where) {
    assertThat(answer.code()).as(answer.err()).isEqualTo(4);
    assertThat(answer.err().lines()).as(answer.err()).hasSize(1);
    assertThat(answer.err())
        .contains("DISK_FULL", where, "run again")
        .doesNotContain("Exception", "\tat ");
  }

  private static long rows(JsonNode report, String fate) {
    return report.at("/rows/" + fate).longValue();
  }

  private List<String> accepted(String platform) {
    return sandbox.events(platform, ORDERS + 1).stream().map(KeptEvent::json).toList();
  }

  @Test
  void a_store_without_room_stops_the_run_and_the_next_one_delivers_the_rest() throws Exception {
    int stopped = 0;
    int midway = 0;
    for (int room : rooms(0, 60, 180, 220, 260, 300, 400)) {
      sandbox.reset();
      Till till = till("meta-" + room);
      try (SmallDisk disk = SmallDisk.mount(folder.resolve("meta-" + room + "/.footfall"), 8192)) {
        disk.leave(room);
        Typed.Answer first = till.run("meta");
        if (first.code() != 0) {
          saysWhatWhereAndTheRemedy(first, ".footfall");
          stopped++;
          midway += accepted("meta").isEmpty() ? 0 : 1;
        }
        disk.makeRoom();
        JsonNode second = till.run("meta").json();
        assertThat(rows(second, "accepted") + rows(second, "already_delivered"))
            .as("%d KB: %s", room, second)
            .isEqualTo(ORDERS);
        assertThat(rows(till.run("meta").json(), "already_delivered")).isEqualTo(ORDERS);
        assertThat(accepted("meta")).hasSize(ORDERS).doesNotHaveDuplicates();
      }
    }
    System.out.printf(
        "figure: store full: %d runs stopped, %d of them between events; each second run complete%n",
        stopped, midway);
    assertThat(midway).isPositive();
  }

  @Test
  void nothing_is_sent_that_the_full_disk_did_not_take_note_of() throws Exception {
    long unknown = 0;
    long most = 0;
    for (int room : rooms(200, 240, 280, 320)) {
      sandbox.reset();
      Till till = till("braze-" + room);
      try (SmallDisk disk = SmallDisk.mount(folder.resolve("braze-" + room + "/.footfall"), 8192)) {
        disk.leave(room);
        Typed.Answer first = till.run("braze");
        if (first.code() != 0) {
          saysWhatWhereAndTheRemedy(first, ".footfall");
        }
        disk.makeRoom();
        JsonNode second = till.run("braze").json();
        long left = rows(second, "unknown");
        unknown += left;
        most = Math.max(most, left);
        assertThat(accepted("braze"))
            .as("%d KB: %s", room, second)
            .doesNotHaveDuplicates()
            .hasSizeBetween((int) (ORDERS - left), ORDERS);
      }
    }
    System.out.printf(
        "figure: store full: %d events left unknown, %d of a run at most%n", unknown, most);
    assertThat(most).isLessThanOrEqualTo(UNDER_WAY);
  }

  @Test
  void files_without_room_are_removed_and_the_next_run_writes_every_order_once() throws Exception {
    int stopped = 0;
    for (int room : rooms(0, 4, 40, 100)) {
      Till till = till("files-" + room);
      Path outbox = folder.resolve("files-" + room + "/outbox");
      try (SmallDisk disk = SmallDisk.mount(outbox, 8192)) {
        disk.leave(room);
        Typed.Answer first = till.run("files");
        if (first.code() != 0) {
          saysWhatWhereAndTheRemedy(first, "outbox");
          assertThat(written(outbox)).as("half a file").isEmpty();
          stopped++;
        }
        disk.makeRoom();
        JsonNode second = till.run("files").json();
        assertThat(rows(second, "accepted") + rows(second, "already_delivered"))
            .as("%d KB: %s", room, second)
            .isEqualTo(ORDERS);
        assertThat(orders(outbox)).hasSize(ORDERS).doesNotHaveDuplicates();
      }
    }
    System.out.printf(
        "figure: files without room: %d runs stopped; every order in one file%n", stopped);
    assertThat(stopped).isPositive();
  }

  @Test
  void a_disk_that_is_read_only_is_named_and_the_next_run_writes_every_order_once()
      throws Exception {
    Till till = till("protected");
    Path outbox = folder.resolve("protected/outbox");
    try (SmallDisk disk = SmallDisk.mount(outbox, 8192)) {
      disk.protect();
      Typed.Answer first = till.run("files");
      assertThat(first.code()).as(first.err()).isEqualTo(4);
      assertThat(first.err())
          .contains("DISK_UNUSABLE", "outbox", "read-only", "run again")
          .doesNotContain("fault of ours");
      disk.release();
      till.run("files");
      assertThat(orders(outbox)).hasSize(ORDERS).doesNotHaveDuplicates();
    }
  }

  @Test
  void rows_that_find_no_room_to_wait_stop_the_run_and_nothing_is_sent() throws Exception {
    Till till = till("spill").orders(WIDE_ORDERS);
    till.typed()
        .write(
            "queries/orders.sql",
            "SELECT * EXCLUDE (product_name), repeat(product_name, 16) AS product_name FROM"
                + " orders");
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("spill/spilled"), 4096)) {
      Typed.Answer first = till.run("meta");
      saysWhatWhereAndTheRemedy(first, "spilled");
      assertThat(sandbox.counters("meta").received()).isZero();
      assertThat(written(disk.folder())).isEmpty();
      disk.resize(1 << 20);
      assertThat(rows(till.run("meta").json(), "accepted")).isEqualTo(WIDE_ORDERS);
      assertThat(sandbox.counters("meta").kept()).isEqualTo(WIDE_ORDERS);
      assertThat(written(disk.folder())).isEmpty();
    }
    System.out.printf(
        "figure: no room to wait: %d wide rows, all sent in the second run%n", WIDE_ORDERS);
  }

  private static List<Path> written(Path outbox) throws Exception {
    try (Stream<Path> tree = Files.walk(outbox)) {
      return tree.filter(Files::isRegularFile).filter(file -> !file.endsWith("ballast")).toList();
    }
  }

  private static List<String> orders(Path outbox) throws Exception {
    StringBuilder all = new StringBuilder();
    for (Path file : written(outbox)) {
      all.append(Files.readString(file));
    }
    return all.toString()
        .lines()
        .filter(line -> line.contains("ORD-"))
        .map(line -> line.replaceAll(".*(ORD-\\d+).*", "$1"))
        .toList();
  }
}
