package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.app.cli.Typed;
import dev.footfall.app.proof.Operator;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One order of very many rows, and very many rows that no platform takes, in a small process. */
class ManyRowsTest {
  private static final Faults SIZE = Faults.ofThisRun();
  private static final int ITEMS = SIZE.full() ? 100_000 : 20_000;
  private static final int REJECTED = SIZE.full() ? 1_000_000 : 20_000;
  private static final String SMALL = "-Xmx96m";

  /** An order's rows must fit in memory together. */
  private static final String FOR_THE_ORDER = SIZE.full() ? "-Xmx512m" : SMALL;

  /** The whole compiler, as operators have it, where a run is long enough to pay for it. */
  private static final String COMPILER = "-XX:TieredStopAtLevel=" + (SIZE.full() ? 4 : 1);

  @TempDir Path folder;
  private Sandbox sandbox;
  private Till till;

  @BeforeEach
  void open() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.defaults().by(InstantSource.fixed(Typed.NOW)));
    till = new Till(folder.resolve("till"), sandbox).write("");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private JsonNode run(String orchestration, String heap) throws Exception {
    long start = System.nanoTime();
    try (Operator operator =
        Operator.in(
            folder.resolve("till"), folder.resolve("tmp"), Till.SECRETS, List.of(heap, COMPILER))) {
      Operator.Answer answer =
          operator.type("run", orchestration, "--json", "-q", "--now", Typed.NOW.toString());
      assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
      JsonNode rows = new ObjectMapper().readTree(answer.out()).get("rows");
      System.out.printf(
          "figure: %s, heap %s: %.1f s, %s%n",
          orchestration, heap, (System.nanoTime() - start) / 1e9, rows);
      return rows;
    }
  }

  private static void balances(JsonNode rows, long read) {
    long fates =
        rows.properties().stream()
            .filter(fate -> !fate.getKey().equals("read"))
            .mapToLong(fate -> sum(fate.getValue()))
            .sum();
    assertThat(rows.get("read").longValue()).isEqualTo(read).isEqualTo(fates);
  }

  private static long sum(JsonNode fate) {
    return fate.isObject()
        ? StreamSupport.stream(fate.spliterator(), false).mapToLong(JsonNode::longValue).sum()
        : fate.longValue();
  }

  @Test
  void an_order_of_very_many_rows_has_one_fate_and_harms_no_other() throws Exception {
    till.rows(
        ITEMS + 2,
        i ->
            i < ITEMS
                ? Till.order(0, "ORD-large", "USD").replace("SKU-0", "SKU-" + i)
                : Till.order(i, "ORD-" + i, "USD"));
    for (String platform : List.of("meta", "files")) {
      balances(run(platform, FOR_THE_ORDER), ITEMS + 2);
    }
    assertThat(sandbox.counters("meta").kept()).isBetween(2L, 3L);
    assertThat(sandbox.refusals("meta", 1)).isEmpty();
  }

  @Test
  void very_many_rejected_rows_are_counted_and_not_kept_in_memory() throws Exception {
    till.rows(REJECTED, i -> Till.order(i, "ORD-" + i, "QQQ"));
    for (int time = 1; time <= (SIZE.full() ? 2 : 1); time++) {
      JsonNode rows = run("meta", SMALL);
      balances(rows, REJECTED);
      assertThat(sum(rows.get("rejected"))).isEqualTo(REJECTED);
    }
    assertThat(sandbox.counters("meta").requests()).isZero();
  }
}
