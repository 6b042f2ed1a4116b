package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.app.cli.Typed;
import dev.footfall.app.proof.Operator;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes while two runs write, of which the second meets what the first one sent. Whatever
 * the disk has kept opens, and the next run ends what was begun: nothing lost, nothing under a
 * second id, and nothing twice on a platform that would keep it twice.
 */
class PowerCutTest {
  private static final Faults SIZE = Faults.ofThisRun();
  private static final List<String> PLATFORMS = List.of("meta", "braze");
  private static final int ORDERS = SIZE.full() ? 1_000 : 120;
  private static final int CUTS = SIZE.full() ? 100 : 10;

  @TempDir Path temporary;
  private final Map<String, Heard> heard = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Instant>> moments = new HashMap<>();
  private final Random random = new Random(SIZE.seed());
  private Sandbox sandbox;
  private Till till;
  private Path store;

  @BeforeEach
  void a_till_and_its_platforms() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .by(() -> Typed.NOW)
                .telling(name -> heard.computeIfAbsent(name, any -> new Heard()))
                .recent(10));
    Path root = temporary.toRealPath().resolve("till");
    till = new Till(root, sandbox).write("");
    store = root.resolve(".footfall");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void whatever_a_loss_of_power_leaves_opens_and_the_next_run_ends_what_was_begun()
      throws Exception {
    DiskStory story = story();
    int change = begunBy("braze", story);
    cut("meta", story, points(story, 0, change));
    cut("braze", story, points(story, change, story.deeds().size()));
  }

  /** How many deeds were done before a platform was sent anything. */
  private int begunBy(String platform, DiskStory story) {
    Instant first = Collections.min(moments.get(platform).values());
    return (int) story.deeds().stream().filter(deed -> deed.at().isBefore(first)).count();
  }

  private void cut(String platform, DiskStory story, List<Integer> points) throws Exception {
    Map<String, Instant> sent = moments.get(platform);
    long repeated = 0;
    long unknown = 0;
    long slowest = 0;
    for (int deeds : points) {
      cut(story, deeds);
      sandbox.reset();
      long start = System.nanoTime();
      Typed.Answer answer = till.run(platform);
      slowest = Math.max(slowest, System.nanoTime() - start);
      Verdict verdict = new Verdict(sent, before(sent, story, deeds), heard.get(platform).events());
      String where = platform + " after " + deeds + " deeds, seed " + SIZE.seed();
      unknown += judge(verdict, answer, platform.equals("meta"), where);
      repeated += verdict.repeated().size();
    }
    Faults.figure(
        ("power cut, %s: %d of %d copies opened (seed %d; %,d deeds to the disk), every order sent;"
                + " %d repeated under the same id, %d unknown; slowest next run %.1f s")
            .formatted(
                platform,
                points.size(),
                CUTS,
                SIZE.seed(),
                story.deeds().size(),
                repeated,
                unknown,
                slowest / 1e9));
  }

  /** What was sent in all, what before the power went, and what by the next run. */
  private record Verdict(Map<String, Instant> sent, Set<String> before, Set<String> next) {
    Set<String> repeated() {
      return next.stream().filter(before::contains).collect(Collectors.toSet());
    }

    Set<String> missing() {
      Set<String> missing = new HashSet<>(sent.keySet());
      missing.removeAll(before);
      missing.removeAll(next);
      return missing;
    }
  }

  /** How many orders wait for a person. */
  private static long judge(Verdict verdict, Typed.Answer answer, boolean mayRepeat, String where) {
    assertThat(answer.code()).as(where + answer.err()).isIn(mayRepeat ? List.of(0) : List.of(0, 3));
    JsonNode rows = answer.json().get("rows");
    long unknown = rows.get("unknown").longValue();
    assertThat(
            rows.get("accepted").longValue() + rows.get("already_delivered").longValue() + unknown)
        .as(where + rows)
        .isEqualTo(ORDERS);
    assertThat(verdict.next()).as(where).isSubsetOf(verdict.sent().keySet());
    assertThat(verdict.missing()).as(where + rows).hasSizeLessThanOrEqualTo((int) unknown);
    if (!mayRepeat) {
      assertThat(verdict.repeated()).as(where + rows).isEmpty();
    }
    return unknown;
  }

  /** What two runs to each platform do to the store. */
  private DiskStory story() throws Exception {
    Path log = temporary.resolve("story");
    List<String> writer = DiskStory.writer(log);
    try (Operator operator =
        Operator.watched(writer, till.root(), temporary.resolve("t"), Till.SECRETS, List.of())) {
      for (String platform : PLATFORMS) {
        for (int orders : new int[] {ORDERS / 2, ORDERS}) {
          till.orders(orders);
          Operator.Answer answer =
              operator.type("run", platform, "--json", "-q", "--now", Typed.NOW.toString());
          assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
        }
        moments.put(platform, heard.get(platform).moments());
        assertThat(moments.get(platform)).hasSize(ORDERS);
      }
    }
    return DiskStoryReader.read(log, store);
  }

  /**
   * Where the power goes: half of the points anywhere, half of them where the ledger is written.
   */
  private List<Integer> points(DiskStory story, int from, int to) {
    List<Integer> ledger =
        IntStream.rangeClosed(from + 1, to)
            .filter(i -> story.deeds().get(i - 1).path().startsWith(store.resolve("ledger")))
            .boxed()
            .toList();
    return IntStream.range(0, CUTS)
        .mapToObj(
            i ->
                i % 2 == 0
                    ? from + random.nextInt(to - from + 1)
                    : ledger.get(random.nextInt(ledger.size())))
        .toList();
  }

  private static Set<String> before(Map<String, Instant> sent, DiskStory story, int deeds) {
    Instant end = deeds < story.deeds().size() ? story.deeds().get(deeds).at() : Instant.MAX;
    return sent.entrySet().stream()
        .filter(event -> event.getValue().isBefore(end))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private void cut(DiskStory story, int deeds) throws IOException {
    if (Files.exists(store)) {
      try (Stream<Path> files = Files.walk(store)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    PowerCut.leave(story, deeds, store, random);
  }
}
