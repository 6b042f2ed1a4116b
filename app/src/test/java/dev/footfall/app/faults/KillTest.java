package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.app.proof.Operator;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs are killed ({@code kill -9}) at points drawn from a seed: between a platform's acceptance
 * and its answer, or at any moment. The next run ends what they began: each order is accepted,
 * under one id.
 */
class KillTest {
  private static final Faults SIZE = Faults.ofThisRun();
  private static final String NOW = "2026-11-21T12:00:00Z";
  private static final Duration OPENING = Duration.ofSeconds(10);

  private static final int BATCHES = 20;

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        meta: { access_token: "${env:META_TOKEN}" }
      destinations:
        stores: { type: meta, credential: meta, settings: { dataset_id: "1234567890", base_url: "%s", batch_size: %d } }
      orchestrations:
        daily: { source: drops, query: queries/sales.sql, columns: canonical, destination: stores, timezone: UTC }
      """;

  @TempDir Path folder;
  private final Heard heard = new Heard();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final Random random = new Random(SIZE.seed());
  private Sandbox sandbox;
  private Operator next;

  /** The shortest run so far that nobody disturbed, in nanoseconds: one under load tells little. */
  private long usual = Long.MAX_VALUE;

  @BeforeEach
  void a_project_and_its_platform() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .by(() -> Instant.parse(NOW))
                .recent(10)
                .telling(name -> heard));
    Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(folder.resolve("queries"));
    Files.writeString(folder.resolve("data/sales.csv"), sales());
    Files.writeString(folder.resolve("queries/sales.sql"), "SELECT * FROM sales");
    Files.writeString(
        folder.resolve("footfall.yaml"),
        PROJECT.formatted(sandbox.baseUrl("meta"), SIZE.killedRows() / 2 / BATCHES));
    next = operator();
  }

  @AfterEach
  void end() throws IOException {
    clock.shutdownNow();
    next.close();
    sandbox.close();
  }

  private static String sales() {
    StringBuilder rows =
        new StringBuilder("email,order_id,timestamp,product_id,price,quantity,currency\n");
    for (int i = 0; i < SIZE.killedRows(); i++) {
      int order = Math.floorMod(i * 7919, SIZE.killedRows()) / 2;
      rows.append(
          "person%d@example.com,ORD-%d,2026-11-20T10:00:00Z,SKU-%d,9.99,1,USD\n"
              .formatted(order, order, i % 50));
    }
    return rows.toString();
  }

  private Operator operator() throws IOException {
    return Operator.in(
        folder, folder.resolve("tmp"), Map.of("META_TOKEN", "sandbox-meta-token"), List.of());
  }

  @Test
  void whatever_moment_a_run_is_killed_at_the_next_one_ends_it() throws Exception {
    try (Operator first = operator()) {
      long start = System.nanoTime();
      run(first);
      undisturbed(start);
    }
    int unfinished = 0;
    long repeated = 0;
    long slowest = 0;
    Duration dearest = Duration.ZERO;
    for (int i = 0; i < SIZE.kills(); i++) {
      startAnew();
      kill();
      int before = heard.events().size();
      unfinished += before < SIZE.killedRows() / 2 ? 1 : 0;
      Duration used = next.processorTime();
      long start = System.nanoTime();
      JsonNode rows = run(next);
      slowest = Math.max(slowest, System.nanoTime() - start);
      dearest = longer(dearest, next.processorTime().minus(used));
      assertThat(rows.get("accepted").longValue() + rows.get("already_delivered").longValue())
          .as("kill %d with seed %d, %d events heard before", i, SIZE.seed(), before)
          .isEqualTo(SIZE.killedRows());
      assertThat(heard.events()).hasSize(SIZE.killedRows() / 2);
      repeated += sandbox.counters("meta").duplicates();
    }
    Faults.figure(
        ("kill -9: %d runs of %,d rows killed (seed %d), %d of them unfinished; every order"
                + " accepted under one id; %d repetitions, all under the same id; slowest next run"
                + " %.1f s, dearest %.1f CPU seconds")
            .formatted(
                SIZE.kills(),
                SIZE.killedRows(),
                SIZE.seed(),
                unfinished,
                repeated,
                slowest / 1e9,
                dearest.toMillis() / 1e3));
    assertThat(unfinished).isPositive();
    assertThat(dearest).isLessThan(OPENING);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void undisturbed(long start) {
    usual = Math.min(usual, System.nanoTime() - start);
  }

  private JsonNode run(Operator operator) throws Exception {
    Operator.Answer answer = operator.type("run", "daily", "--json", "--now", NOW);
    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    return new ObjectMapper().readTree(answer.out()).get("rows");
  }

  private void startAnew() throws IOException {
    sandbox.reset();
    try (Stream<Path> files = Files.walk(folder.resolve(".footfall"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** A run that is killed when a request has been accepted, or after some time, or at its end. */
  private void kill() throws IOException {
    Operator victim = operator();
    if (random.nextBoolean()) {
      heard.afterBatch(1 + random.nextInt(BATCHES - 2), victim::kill);
    } else {
      long wait = (long) (usual * (0.3 + 0.7 * random.nextDouble()));
      ScheduledFuture<?> unused = clock.schedule(victim::kill, wait, TimeUnit.NANOSECONDS);
    }
    long start = System.nanoTime();
    victim.begin("run", "daily", "--json", "--now", NOW);
    if (victim.endsAlive()) {
      undisturbed(start);
      victim.kill();
    }
  }
}
