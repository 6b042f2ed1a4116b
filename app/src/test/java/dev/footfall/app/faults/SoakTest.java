package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.cli.Typed;
import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Outside;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.core.delivery.JdkWire;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.store.Store;
import dev.footfall.store.StoreSecrets;
import dev.footfall.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight hours in one process, a run every few minutes, rows coming in, and the network breaking now
 * and then: nothing grows but what is remembered of the orders.
 */
class SoakTest {
  private static final Faults SIZE = Faults.ofThisRun();
  private static final Duration SHIFT = Duration.ofHours(8);
  private static final int RUNS = SIZE.full() ? 480 : 16;
  private static final int ORDERS_A_RUN = SIZE.full() ? 50 : 20;
  private static final int STORM = 4;
  private static final long MEGABYTE = 1 << 20;
  private static final long BYTES_A_RUN = 16 << 10;
  private static final long BYTES_A_KEY = 64;

  private static final List<Fault> STORMY =
      List.of(
          Fault.NONE,
          Fault.UNAVAILABLE,
          Fault.THROTTLED,
          Fault.RESET_BEFORE,
          Fault.RESET_AFTER_ACCEPTANCE,
          Fault.CUT_BODY);

  @TempDir Path folder;
  private final SetClock clock = new SetClock(Typed.NOW);
  private Sandbox sandbox;
  private FaultProxy proxy;
  private Till till;

  @BeforeEach
  void a_till_behind_a_proxy() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().recent(1).by(clock::now));
    proxy = new FaultProxy(sandbox.port(), clock, SIZE.seed());
    till = new Till(folder.resolve("till"), sandbox).write("");
    Path yaml = till.root().resolve("footfall.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml).replace("127.0.0.1:" + sandbox.port(), "127.0.0.1:" + proxy.port()));
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    sandbox.close();
  }

  /** What may not grow. */
  private record Use(long heap, long threads, long descriptors, long temporary) {
    static Use now(Path project) throws IOException {
      System.gc();
      return new Use(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          entries(Path.of("/proc/self/fd")),
          entries(project.resolve(".footfall/tmp")) + entries(project.resolve("spilled")));
    }

    private static long entries(Path folder) throws IOException {
      if (!Files.isDirectory(folder)) {
        return 0;
      }
      try (Stream<Path> all = Files.list(folder)) {
        return all.count();
      }
    }
  }

  @Test
  void eight_hours_of_runs_leave_no_trace_but_the_orders() throws Exception {
    Project project = ProjectFile.read(till.root(), Destinations.shipped()).orThrow();
    List<Use> uses = new ArrayList<>();
    long retried = 0;
    for (int run = 1; run <= RUNS; run++) {
      till.orders(run * ORDERS_A_RUN);
      proxy.weather(run % STORM == 0 ? STORMY : List.of());
      for (String platform : List.of("meta", "files")) {
        RunReport report = run(project, platform);
        assertThat(report.sums().balance()).isTrue();
        retried += report.sums().requests().retried();
      }
      clock.jump(SHIFT.dividedBy(RUNS));
      if (run % (RUNS / 4) == 0) {
        uses.add(Use.now(till.root()));
      }
    }
    proxy.weather(List.of());
    run(project, "meta");
    int orders = RUNS * ORDERS_A_RUN;
    assertThat(sandbox.counters("meta").kept()).isEqualTo(orders);
    assertBounded(uses, orders, retried);
  }

  private RunReport run(Project project, String platform) throws Exception {
    try (Store store =
        Store.open(
            till.root().resolve(".footfall"),
            StoreSecrets.own(),
            StoreSettings.defaults(),
            clock.plain())) {
      Outside outside = new Outside(JdkWire::within, now -> clock.ofRun());
      return new Orchestrations(
              project, new Surroundings(till.root(), Till.SECRETS), store, outside)
          .run(platform, RunRequest.plain());
    }
  }

  /** Against the use after a quarter of the time, when all is warm. */
  private void assertBounded(List<Use> uses, int orders, long retried) throws IOException {
    Use warm = uses.get(0);
    Use end = uses.get(uses.size() - 1);
    long store = size(till.root().resolve(".footfall"));
    Faults.figure(
        ("soak, 8 h on a virtual clock, seed %d: %d runs, %,d orders, %d requests sent again after"
                + " faults; after a quarter and at the end: heap %.1f and %.1f MB, threads %d and %d,"
                + " descriptors %d and %d, files that wait %d and %d; store %d KB")
            .formatted(
                SIZE.seed(),
                2 * RUNS + 1,
                orders,
                retried,
                (double) warm.heap() / MEGABYTE,
                (double) end.heap() / MEGABYTE,
                warm.threads(),
                end.threads(),
                warm.descriptors(),
                end.descriptors(),
                warm.temporary(),
                end.temporary(),
                store >> 10));
    long few = RUNS / 4; // one a run left behind would be three times as many
    settles(() -> use().heap(), warm.heap() + 8 * MEGABYTE);
    settles(() -> use().threads(), warm.threads() + few);
    settles(() -> use().descriptors(), warm.descriptors() + few);
    assertThat(end.temporary()).isEqualTo(warm.temporary());
    assertThat(store).isLessThan(MEGABYTE + 2L * orders * BYTES_A_KEY + 2L * RUNS * BYTES_A_RUN);
  }

  private Use use() {
    try {
      return Use.now(till.root());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Clients that nobody uses any more end by themselves, some time after they are collected. */
  private static void settles(LongSupplier use, long most) {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (use.getAsLong() > most && System.nanoTime() < end) {
      LockSupport.parkNanos(100_000_000);
    }
    assertThat(use.getAsLong()).isLessThanOrEqualTo(most);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
