package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.demo.DemoProject;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Outside;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.app.orchestration.Settling;
import dev.footfall.app.sample.SampleBrand;
import dev.footfall.app.sample.SampleOptions;
import dev.footfall.core.delivery.JdkWire;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RowFate;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens between us and a platform, what it accepted in the end is what it accepts on a
 * calm day: nothing lost, nothing under a second id, and each run's books balance.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WeatherTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Faults SIZE = Faults.ofThisRun();

  private static final int MOST_RUNS = 40;

  /** Whose orders fit into one request to any platform. */
  private static final long CUSTOMERS_OF_ONE_BATCH = 2_000;

  /** What a run may repeat before any request was of use; see {@code RetryBudget}. */
  private static final long REPEATED_AT_FIRST = 20;

  private final Map<String, Heard> heard = new ConcurrentHashMap<>();

  private Path folder;
  private Sandbox sandbox;
  private final VirtualTime time = new VirtualTime(NOW);
  private FaultProxy proxy;
  private Project smallBatches;
  private Project oneBatch;
  private int trials;

  @BeforeAll
  void a_brand_and_its_platforms(@TempDir Path project) throws IOException {
    folder = project;
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .by(() -> time.now())
                .telling(name -> heard.computeIfAbsent(name, any -> new Heard()))
                .recent(10));
    proxy = new FaultProxy(sandbox.port(), time, SIZE.seed());
    smallBatches = project("many", SIZE.customers(), WeatherTest::inSmallBatches);
    oneBatch = project("few", CUSTOMERS_OF_ONE_BATCH, yaml -> yaml);
  }

  private Project project(String name, long customers, UnaryOperator<String> changes)
      throws IOException {
    Path root = Files.createDirectory(folder.resolve(name));
    SampleBrand.generate(
        SampleOptions.of(customers, 5, 1, root.resolve(DemoProject.BRAND), NOW),
        (stage, done, total) -> {});
    new DemoProject(root, Destinations.shipped()).write(sandbox);
    Path file = root.resolve(Project.FILE);
    Files.writeString(file, changes.apply(throughTheProxy(Files.readString(file))));
    return ProjectFile.read(root, Destinations.shipped()).orThrow();
  }

  private String throughTheProxy(String yaml) {
    return yaml.replace("127.0.0.1:" + sandbox.port(), "127.0.0.1:" + proxy.port());
  }

  /** So that there are many requests to lose. */
  private static String inSmallBatches(String yaml) {
    String settings = "(?m)^(  (?:%s):\n(?:    [a-z].*\n)*?    settings:\n)";
    String few = "$1      %s: \"" + SIZE.batch() + "\"\n";
    return yaml.replaceAll(
            settings.formatted("meta|tiktok|pinterest|google|braze"), few.formatted("batch_size"))
        .replaceAll(settings.formatted("snapchat|tradedesk"), few.formatted("max_batch_events"));
  }

  @AfterAll
  void end() throws IOException {
    proxy.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meta",
        "tiktok",
        "pinterest",
        "google",
        "braze",
        "klaviyo",
        "tradedesk",
        "snapchat"
      })
  void what_is_accepted_in_a_storm_is_what_is_accepted_on_a_calm_day(String platform)
      throws Exception {
    Set<String> calm = onACalmDay(smallBatches, platform);
    Tally tally = new Tally("everything");
    Set<String> stormy = runs(smallBatches, platform, Arrays.asList(Fault.values()), tally);
    tally.print(platform);
    assertThat(stormy).isEqualTo(calm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meta", "klaviyo"})
  void half_of_all_requests_failing_costs_at_most_a_fifth_more_than_those_of_use(String platform)
      throws Exception {
    Set<String> calm = onACalmDay(smallBatches, platform);
    Tally tally = new Tally("half of it 5xx");
    Set<String> stormy =
        runs(smallBatches, platform, List.of(Fault.NONE, Fault.UNAVAILABLE), tally);
    tally.print(platform);
    assertThat(stormy).isEqualTo(calm);
    assertThat(tally.retried())
        .isLessThanOrEqualTo(tally.struck(Fault.UNAVAILABLE))
        .isLessThanOrEqualTo(tally.struck(Fault.NONE) * 12 / 10 + REPEATED_AT_FIRST * tally.runs());
  }

  /** One request at a time, so that none can be on its way when the platform says no. */
  @ParameterizedTest
  @ValueSource(strings = {"meta", "tiktok", "pinterest", "snapchat"})
  void nobody_comes_before_the_time_that_a_platform_has_named(String platform) throws Exception {
    Set<String> calm = onACalmDay(oneBatch, platform);
    Tally tally = new Tally("nine in ten 429");
    List<Fault> throttling = new ArrayList<>(Collections.nCopies(9, Fault.THROTTLED));
    throttling.add(Fault.NONE);
    for (int storm = 1; storm <= SIZE.storms(); storm++) {
      proxy.next(List.of(Fault.THROTTLED, Fault.THROTTLED));
      assertThat(runs(oneBatch, platform, throttling, tally)).isEqualTo(calm);
      assertThat(proxy.early()).as("storm %d", storm).isZero();
    }
    assertThat(tally.struck(Fault.THROTTLED)).isPositive();
    tally.print(platform);
  }

  private Set<String> onACalmDay(Project project, String platform) throws Exception {
    return runs(project, platform, List.of(), new Tally("calm"));
  }

  /** Runs until all is delivered, at last in calm weather; what the platform accepted. */
  private Set<String> runs(Project project, String platform, List<Fault> weather, Tally tally)
      throws Exception {
    sandbox.reset();
    time.set(NOW);
    Path state = folder.resolve("state-" + ++trials);
    try (Store store = Store.open(state)) {
      Orchestrations all =
          new Orchestrations(
              project,
              new Surroundings(project.root(), Map.of()),
              store,
              outside(patience(weather)));
      proxy.weather(weather);
      RunReport report = run(all, platform, tally);
      for (int i = 1; i < MOST_RUNS && !weather.isEmpty() && !isOver(report); i++) {
        report = run(all, platform, tally);
      }
      tally.struck(proxy.weather(List.of()));
      run(all, platform, tally);
      report = run(all, platform, tally);
      assertThat(isOver(report)).as(platform + ": " + report).isTrue();
    }
    Set<String> events = heard.get(platform).events();
    assertThat(events).isNotEmpty();
    return events;
  }

  private RunReport run(Orchestrations all, String platform, Tally tally) throws Exception {
    RunReport report = all.run("sales-to-" + platform, RunRequest.plain().at(NOW));
    assertThat(report.sums().balance()).as(report.toString()).isTrue();
    tally.add(report);
    for (RecordedRun run : all.store().runs().latest(MOST_RUNS + 1)) {
      new Settling(all.store()).settle(run, Settlement.RELEASED, NOW);
    }
    return report;
  }

  /** Whether nothing is left to send. */
  private static boolean isOver(RunReport report) {
    return report.stop().isEmpty()
        && report.sums().rows().of(RowFate.UNKNOWN) == 0
        && report.sums().rows().of(RowFate.NOT_SENT) == 0
        && report.sums().rows().of(RowFate.ACCEPTED) == 0;
  }

  /** Short where answers fail to come, long where none may be given up that does come. */
  private static Duration patience(List<Fault> weather) {
    return weather.contains(Fault.SILENCE_AFTER_ACCEPTANCE)
        ? Duration.ofMillis(400)
        : Duration.ofSeconds(20);
  }

  private Outside outside(Duration patience) {
    return new Outside(usual -> new JdkWire(patience, patience), now -> time);
  }
}
