package dev.footfall.app.orchestration;

import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.ScopeHold;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunLog;
import dev.footfall.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settles by hand what a run left unknown: events that were sent and whose answer was lost. Nothing
 * else ever moves them, where the platform does not promise to drop repetitions.
 *
 * @param store of the project
 */
public record Settling(Store store) {
  private static final String SETTLED = "settled";
  private static final int BLOCK = 1000;

  /**
   * How many events each run left unknown where this run sends to, by the number of the run. What a
   * run at work has under way is no matter for a person.
   */
  public Map<Integer, Long> held(RecordedRun run) {
    Optional<ScopeHold> atWork = scope(run).flatMap(store.ledger()::hold).filter(ScopeHold::isHeld);
    return unknown(run).stream()
        .filter(entry -> atWork.filter(by -> by.runNumber() == entry.runNumber()).isEmpty())
        .collect(
            Collectors.groupingBy(
                LedgerEntry::runNumber,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Settling::events)));
  }

  /**
   * Marks the events that this run left unknown as delivered, or releases them for the next run.
   * Cut short by a crash, it leaves them unknown; done twice, it does nothing the second time.
   *
   * @return how many events it settled
   * @throws dev.footfall.core.ledger.LedgerBusy while a run sends to the same target
   */
  public long settle(RecordedRun run, Settlement settlement, Instant now) {
    Optional<String> scope = scope(run);
    if (scope.isEmpty()) {
      return 0;
    }
    long settled;
    try (LedgerRun held = store.ledger().begin(scope.get(), run.number())) {
      List<LedgerEntry> mine =
          unknown(run).stream().filter(entry -> entry.runNumber() == run.number()).toList();
      for (int from = 0; from < mine.size(); from += BLOCK) {
        List<LedgerEntry> block = mine.subList(from, Math.min(mine.size(), from + BLOCK));
        held.settle(held.claim(block), Collections.nCopies(block.size(), settlement));
      }
      settled = events(mine);
    }
    if (settled > 0) {
      String line = now + " " + settled + " " + settlement;
      String before =
          store.notes().read(RunLog.notes(run.number()), SETTLED).map(t -> t + "\n").orElse("");
      store.notes().write(RunLog.notes(run.number()), SETTLED, before + line);
    }
    return settled;
  }

  /** What was settled by hand so far, the first first. */
  public List<Settled> history(RecordedRun run) {
    return store.notes().read(RunLog.notes(run.number()), SETTLED).stream()
        .flatMap(String::lines)
        .map(line -> line.split(" ", 3))
        .map(
            word ->
                new Settled(
                    Instant.parse(word[0]), Long.parseLong(word[1]), Settlement.valueOf(word[2])))
        .toList();
  }

  /** Events that were settled by hand. */
  public record Settled(Instant at, long events, Settlement settlement) {}

  private List<LedgerEntry> unknown(RecordedRun run) {
    return scope(run).map(store.ledger()::unknown).orElse(List.of());
  }

  private Optional<String> scope(RecordedRun run) {
    return Optional.of(run.start().terms().ledgerScope()).filter(scope -> !scope.isEmpty());
  }

  /** An event may have two lines: one for each of its identities. */
  private static long events(Collection<LedgerEntry> lines) {
    return lines.stream()
        .map(line -> List.of(line.idPrint(), line.payloadPrint(), line.eventTime()))
        .distinct()
        .count();
  }
}
