package dev.footfall.bench.mapping;

import dev.footfall.bench.Stopwatch;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Program: the cost of one step, for one destination or for several one after the other, and how
 * many times that of hashing eleven fields it is, measured round by round beside it.
 */
public final class StepProgram {
  private StepProgram() {}

  /** Arguments: seconds of CPU time a round, rounds, the step, destinations. */
  public static void main(String[] arguments) throws IOException {
    Stopwatch stopwatch =
        new Stopwatch(Double.parseDouble(arguments[0]), Integer.parseInt(arguments[1]));
    Step step = Step.of(arguments[2]);
    Bench yardstick = new Bench(Case.of("meta"), Instant.now());
    Path folder = Files.createTempDirectory("footfall-bench");
    try (Store store = Store.open(folder);
        LedgerRun ledger = store.ledger().begin("bench", 1)) {
      for (String type : Arrays.asList(arguments).subList(3, arguments.length)) {
        Bench bench = new Bench(Case.of(type), Instant.now());
        List<Stopwatch.Cost> costs =
            stopwatch.measure(
                List.of(
                    new Stopwatch.Portion(bench.events(), step.work(bench, store, ledger)),
                    new Stopwatch.Portion(Orders.BLOCK, yardstick.hashing())));
        Stopwatch.Cost cost = costs.get(0);
        System.out.printf(
            "%8.0f %8.0f %8.0f %8.2f%n",
            cost.best(), cost.median(), cost.bytes(), cost.median() / costs.get(1).median());
      }
    }
  }
}
