package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.orchestration.Settling;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.store.Store;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells of events that wait for a person to settle them, and of those that were settled. */
final class HeldEvents {
  private final Settling settling;
  private final RecordedRun run;
  private final Map<String, Long> byRun = new LinkedHashMap<>();

  HeldEvents(Store store, RecordedRun run) {
    this.settling = new Settling(store);
    this.run = run;
    settling
        .held(run)
        .forEach(
            (number, events) ->
                store.runs().numbered(number).ifPresent(r -> byRun.put(r.start().id(), events)));
  }

  /** Words below a run's page. */
  void print(Console console) {
    settling
        .history(run)
        .forEach(
            done ->
                console.print(
                    "  settled by hand on "
                        + done.at().truncatedTo(ChronoUnit.SECONDS)
                        + ": "
                        + Figures.of(done.events(), "event")
                        + " "
                        + (done.settlement() == Settlement.RELEASED
                            ? "to be sent again"
                            : word(done.settlement()))));
    byRun.forEach(
        (id, events) ->
            console.print(
                "  "
                    + console.styled(Style.WARNING, Figures.of(events, "event"))
                    + " of run "
                    + id
                    + " of unknown outcome. The next run sends those again of which the platform"
                    + " takes no second; for the others look there, then 'footfall settle "
                    + id
                    + " --as delivered', or '--as resend'"));
  }

  /** Adds what there is to a run's books. */
  void addTo(ObjectNode books) {
    if (!byRun.isEmpty()) {
      byRun.forEach(books.putObject("held")::put);
    }
    for (Settling.Settled done : settling.history(run)) {
      books
          .withArray("/settled")
          .addObject()
          .put("at", done.at().toString())
          .put("events", done.events())
          .put("as", word(done.settlement()));
    }
  }

  static String word(Settlement settlement) {
    return switch (settlement) {
      case DELIVERED -> "delivered";
      case RELEASED -> "resend";
      case UNKNOWN -> "unknown";
    };
  }
}
