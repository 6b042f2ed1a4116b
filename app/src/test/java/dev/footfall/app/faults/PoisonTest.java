package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.demo.DemoProject;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Outside;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.app.orchestration.Trace;
import dev.footfall.app.sample.SampleBrand;
import dev.footfall.app.sample.SampleOptions;
import dev.footfall.core.delivery.JdkWire;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.RowFate;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One bad event does not sink the thousand that it travels with, and is called by its name. Meta
 * names none, so that it is searched for; TikTok names the first, Snapchat all when it is asked.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PoisonTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final int ORDERS = 1000;

  /** A request, and two for each halving of a thousand. */
  private static final int MOST_REQUESTS = 21;

  /** Meta's contract ends a search after 64 requests; the next run goes on. */
  private static final int MOST_RUNS = 10;

  private static final String QUERY =
      """
      SELECT 'ORD-' || lpad(CAST(n AS varchar), 4, '0') AS order_id,
        'evt-' || lpad(CAST(n AS varchar), 4, '0') AS event_id,
        'buyer' || CAST(n AS varchar) || '@example.com' AS email,
        TIMESTAMP '2026-11-20 18:05:00' AS timestamp,
        'SKU-1' AS product_id, 19.99 AS price, 1 AS quantity, 'USD' AS currency
      FROM UNNEST(sequence(0, 999)) AS numbers(n)
      ORDER BY order_id
      """;

  private final VirtualTime time = new VirtualTime(NOW);
  private Path folder;
  private Sandbox sandbox;
  private Project project;
  private int trials;

  @BeforeAll
  void a_thousand_orders(@TempDir Path temporary) throws IOException {
    folder = temporary;
    SampleBrand.generate(
        SampleOptions.of(10, 1, 1, folder.resolve(DemoProject.BRAND), NOW),
        (stage, done, total) -> {});
    sandbox = Sandbox.start(SandboxOptions.defaults().by(time::now));
    new DemoProject(folder, Destinations.shipped()).write(sandbox);
    Path file = folder.resolve(Project.FILE);
    String yaml = Files.readString(file);
    Files.writeString(file, yaml.replaceAll("query: queries/\\S+", "query: queries/poison.sql"));
    Files.writeString(folder.resolve("queries/poison.sql"), QUERY);
    project = ProjectFile.read(folder, Destinations.shipped()).orThrow();
  }

  @AfterAll
  void end() throws IOException {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "meta, 0", "meta, 1", "meta, 499", "meta, 999",
    "tiktok, 0", "tiktok, 1", "tiktok, 499", "tiktok, 999",
    "snapchat, 0", "snapchat, 1", "snapchat, 499", "snapchat, 999"
  })
  void one_poisoned_order_of_a_thousand_is_refused_alone_and_by_name(String platform, int place)
      throws Exception {
    assertThat(requestsFor(platform, Set.of(place), "position " + place))
        .isLessThanOrEqualTo(MOST_REQUESTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meta", "tiktok", "snapchat"})
  void ten_poisoned_orders_of_a_thousand_are_refused_alone_and_by_name(String platform)
      throws Exception {
    Set<Integer> places =
        IntStream.range(0, 10).mapToObj(i -> 3 + i * 105).collect(Collectors.toSet());
    requestsFor(platform, places, "ten positions");
  }

  /** Meta names none; those that were found are sent apart from the others from then on. */
  @Test
  void sixty_lasting_poisons_keep_no_other_order_waiting() throws Exception {
    Set<Integer> places =
        new Random(Faults.ofThisRun().seed())
            .ints(0, ORDERS)
            .distinct()
            .limit(60)
            .boxed()
            .collect(Collectors.toSet());
    requestsFor("meta", places, "sixty seeded positions");
    try (Store store = Store.open(folder.resolve("state-" + trials))) {
      Books.Sums sums = over(store).run("sales-to-meta", RunRequest.plain().at(NOW)).sums();
      Faults.figure(
          "poison, meta, the next run: %d requests, %s"
              .formatted(sums.requests().sent(), sums.rows()));
      assertThat(sums.rows().of(RowFate.NOT_SENT)).isZero();
      assertThat(sums.requests().sent()).isLessThanOrEqualTo(places.size() + 1);
    }
  }

  private Orchestrations over(Store store) {
    Outside outside = new Outside(JdkWire::within, now -> time);
    return new Orchestrations(project, new Surroundings(folder, Map.of()), store, outside);
  }

  private long requestsFor(String platform, Set<Integer> places, String where) throws Exception {
    sandbox.reset();
    time.set(NOW);
    for (int place : places) {
      String id = "evt-%04d".formatted(place);
      sandbox.inject(platform, Injection.next("poison").with("event_id", id));
    }
    try (Store store = Store.open(folder.resolve("state-" + ++trials))) {
      Orchestrations all = over(store);
      long requests = 0;
      long accepted = 0;
      int runs = 0;
      Books.Sums sums;
      do {
        sums = all.run("sales-to-" + platform, RunRequest.plain().at(NOW)).sums();
        requests += sums.requests().sent();
        accepted += sums.rows().of(RowFate.ACCEPTED);
        assertThat(sums.balance()).isTrue();
      } while (++runs < MOST_RUNS && sums.rows().of(RowFate.NOT_SENT) > 0);
      System.out.printf(
          "figure: poison, %s, %s: %d requests in %d runs, %d accepted; in the end %s%n",
          platform, where, requests, runs, accepted, sums.rows());
      assertThat(accepted).isEqualTo(ORDERS - places.size());
      assertThat(named(all)).isEqualTo(places);
      return requests;
    }
  }

  /** The places of the orders of which the outcome log says that they were refused. */
  private static Set<Integer> named(Orchestrations all) {
    Set<Integer> named = new HashSet<>();
    for (int place = 0; place < ORDERS; place++) {
      for (OutcomeLine line : Trace.outcomes(all, "ORD-%04d".formatted(place))) {
        if (line.fate().equals("refused")) {
          assertThat(line.words()).isNotEmpty();
          named.add(place);
        }
      }
    }
    return named;
  }
}
