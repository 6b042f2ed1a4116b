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
import dev.footfall.core.run.RowFate;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.store.Store;
import dev.footfall.store.StoreSecrets;
import dev.footfall.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The machine's clock is set while a run sends, or between runs, or by the law twice a year. Each
 * order is sent once, and nobody waits longer for it.
 */
class ClockTest {
  private static final Faults SIZE = Faults.ofThisRun();
  private static final int ORDERS = SIZE.full() ? 2_000 : 200;
  private static final Duration SHORT = Duration.ofMinutes(30);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @TempDir Path folder;
  private final Map<String, Heard> heard = new ConcurrentHashMap<>();
  private final SetClock clock = new SetClock(Typed.NOW);
  private Instant platformsNow = Typed.NOW;
  private Sandbox sandbox;
  private Till till;

  @BeforeEach
  void a_till_and_its_platforms() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .by(() -> platformsNow)
                .telling(name -> heard.computeIfAbsent(name, any -> new Heard()))
                .recent(10));
    till = new Till(folder.resolve("till"), sandbox).write("");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private RunReport run(String platform) throws Exception {
    Project project = ProjectFile.read(till.root(), Destinations.shipped()).orThrow();
    try (Store store =
        Store.open(
            till.root().resolve(".footfall"),
            StoreSecrets.own(),
            StoreSettings.defaults(),
            clock.plain())) {
      Outside outside = new Outside(JdkWire::within, now -> clock.ofRun());
      RunReport report =
          new Orchestrations(project, new Surroundings(till.root(), Till.SECRETS), store, outside)
              .run(platform, RunRequest.plain());
      assertThat(report.sums().balance()).as(report.toString()).isTrue();
      assertThat(report.stop()).as(report.toString()).isEmpty();
      assertThat(report.sums().rows().of(RowFate.UNKNOWN)).as(report.toString()).isZero();
      return report;
    }
  }

  private static long accepted(RunReport report) {
    return report.sums().rows().of(RowFate.ACCEPTED);
  }

  private void assertEachWasSentOnce(String platform, int orders, String when) {
    assertThat(heard.get(platform).events()).as(when).hasSize(orders);
    assertThat(sandbox.counters(platform).duplicates()).as(when).isZero();
    assertThat(sandbox.counters(platform).received()).as(when).isEqualTo(orders);
  }

  /** By which it is set: by hand, by a suspended machine, by a dead battery. */
  static LongStream hours() {
    return SIZE.full() ? LongStream.of(-1, 9 * 24, -700 * 24) : LongStream.of(-1, -700 * 24);
  }

  @ParameterizedTest
  @MethodSource("hours")
  void a_clock_that_is_set_while_a_run_sends_loses_nothing_and_makes_nobody_wait(long hours)
      throws Exception {
    till.orders(ORDERS);
    for (String platform : List.of("meta", "braze")) {
      sandbox.inject(platform, Injection.next("throttle").with("retry_after", 7));
      heard
          .computeIfAbsent(platform, any -> new Heard())
          .afterBatch(3, () -> clock.jump(Duration.ofHours(hours)));
      RunReport first = run(platform);
      clock.jump(Duration.ofHours(-hours));
      RunReport second = run(platform);
      String when = platform + ", set by " + hours + " h";
      assertThat(accepted(first) + accepted(second)).as(when).isEqualTo(ORDERS);
      assertThat(accepted(run(platform))).as(when).isZero();
      assertEachWasSentOnce(platform, ORDERS, when);
    }
    Faults.figure(
        "clock set by %d h in mid-run: each of %d orders sent once to either platform, %d s waited"
            .formatted(hours, ORDERS, clock.waited().toSeconds()));
    assertThat(clock.waited()).isLessThan(SHORT);
  }

  @Test
  void a_clock_that_is_set_between_runs_sends_nothing_twice_and_loses_nothing() throws Exception {
    long[] jumps = {0, -1, 700 * 24, -700 * 24, 9 * 24, 0};
    for (int i = 0; i < jumps.length; i++) {
      till.orders((i + 1) * ORDERS / jumps.length);
      clock.jump(Duration.ofHours(jumps[i]));
      run("meta");
      run("braze");
      clock.jump(Duration.ofHours(-jumps[i]));
    }
    for (String platform : List.of("meta", "braze")) {
      assertThat(accepted(run(platform))).isZero();
      assertEachWasSentOnce(platform, ORDERS, platform);
    }
    Faults.figure(
        "clock set %d times between runs: each of %d orders sent once, %d s waited"
            .formatted(2 * jumps.length, ORDERS, clock.waited().toSeconds()));
    assertThat(clock.waited()).isLessThan(SHORT);
  }

  /** The day on which an hour comes twice, and the one that lacks an hour. */
  static Stream<String> days() {
    return SIZE.full() ? Stream.of("2026-11-01", "2027-03-14") : Stream.of("2026-11-01");
  }

  @ParameterizedTest
  @MethodSource("days")
  void orders_around_a_change_of_summer_time_are_sent_once(String day) throws Exception {
    till.typed()
        .write(
            "footfall.yaml",
            Files.readString(till.root().resolve("footfall.yaml"))
                .replace("timezone: UTC", "timezone: America/New_York"))
        .write("queries/orders.sql", "SELECT * FROM orders WHERE \"timestamp\" >= :window_start");
    Instant change = LocalDateTime.parse(day + "T00:00").atZone(NEW_YORK).toInstant();
    List<Instant> sales = new ArrayList<>();
    Duration between = Duration.ofMinutes(SIZE.full() ? 10 : 30);
    Instant end = change.plus(Duration.ofDays(2));
    for (Instant at = change.minus(Duration.ofDays(8)); at.isBefore(end); at = at.plus(between)) {
      sales.add(at);
    }
    int runs = 0;
    long accepted = 0;
    for (Instant now : moments(change)) {
      clock.jump(Duration.between(clock.now(), now));
      platformsNow = now;
      int sold = (int) sales.stream().filter(sale -> sale.isBefore(now)).count();
      till.rows(sold, i -> sale(i, sales.get(i)));
      accepted += accepted(run("meta"));
      runs++;
    }
    assertThat(accepted).isEqualTo(sales.size());
    assertEachWasSentOnce("meta", sales.size(), day);
    Faults.figure(
        "summer time, %s: %d rolling windows, each of %d orders sent once"
            .formatted(day, runs, sales.size()));
  }

  /** Every few days until the day, hourly on it, and once after all. */
  private static List<Instant> moments(Instant change) {
    List<Instant> moments = new ArrayList<>();
    for (int day = -7; day < 0; day += SIZE.full() ? 1 : 3) {
      moments.add(change.plus(Duration.ofDays(day)));
    }
    for (int hour = 0; hour < (SIZE.full() ? 48 : 5); hour++) {
      moments.add(change.plus(Duration.ofHours(hour)).plusSeconds(60));
    }
    moments.add(change.plus(Duration.ofDays(2)).plusSeconds(60));
    return moments;
  }

  /** As a till writes it: by the clock on the wall, without a zone. */
  private static String sale(int number, Instant at) {
    String written = LocalDateTime.ofInstant(at, NEW_YORK).toString();
    return Till.order(number, "ORD-" + number, "USD").replace("2026-11-20T10:00:00Z", written);
  }
}
