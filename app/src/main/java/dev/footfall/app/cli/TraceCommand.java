package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.Project;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Trace;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows one order. */
@Command(
    name = "trace",
    description = "Follow one order: its rows, its events, the platform's answers.",
    footer = {"footfall trace ORD-1001", "footfall trace ORD-1001 --orchestration stores-to-meta"})
final class TraceCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ORDER_ID", description = "The order, as the query returns it.")
  private String order = "";

  @Option(
      names = "--orchestration",
      paramLabel = "NAME",
      description = "Only through this one (default: through all).")
  private Optional<String> only = Optional.empty();

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "What the current time means in the queries.")
  private Optional<Instant> now = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  TraceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Project project = session.project();
    Console console = session.console();
    ArrayNode list = Json.list();
    try (Store store = OpenStore.of(session, project.store())) {
      Orchestrations all = Orchestrations.of(project, session.surroundings(), store);
      List<OutcomeLine> outcomes = Trace.outcomes(all, order);
      Iterable<String> names =
          only.<Iterable<String>>map(List::of).orElse(project.orchestrations().keySet());
      for (String name : names) {
        Instant time = now.orElseGet(session.clock()::instant);
        Optional<Trace> trace = Trace.of(all, name, order, time);
        trace.ifPresent(found -> tell(found, of(name, outcomes, store), store, console, list));
      }
    }
    if (json) {
      Json.print(list, console);
    }
    return ExitCode.DONE.number();
  }

  private static List<OutcomeLine> of(String name, List<OutcomeLine> outcomes, Store store) {
    return outcomes.stream()
        .filter(
            o ->
                run(o.runNumber(), store)
                    .filter(r -> r.start().orchestration().equals(name))
                    .isPresent())
        .toList();
  }

  private void tell(
      Trace trace, List<OutcomeLine> outcomes, Store store, Console console, ArrayNode list) {
    if (json) {
      list.add(json(trace, outcomes, store));
    } else {
      print(trace, outcomes, store, console);
    }
  }

  private static void print(Trace trace, List<OutcomeLine> outcomes, Store store, Console console) {
    console.print(console.styled(Style.STRONG, trace.orchestration()));
    console.print("  the query returns " + Figures.of(trace.rows(), "row") + " of this order now");
    for (FateListener.Line line : trace.rejected()) {
      console.print(
          "  row " + line.row() + "  " + line.code() + "  " + line.fate() + "  " + line.message());
    }
    for (Trace.Traced event : trace.events()) {
      console.print("  event " + event.id() + "  " + inWords(event, store));
    }
    for (OutcomeLine outcome : outcomes) {
      console.print(
          "  "
              + runId(outcome.runNumber(), store)
              + "  "
              + outcome.fate()
              + "  "
              + outcome.code()
              + "  "
              + outcome.words());
    }
  }

  private static String inWords(Trace.Traced event, Store store) {
    return switch (event.state()) {
      case NEW -> "never sent";
      case DUPLICATE -> "stands here twice";
      case DELIVERED -> "delivered " + when(event.entry(), store);
      case UNKNOWN -> "sent " + when(event.entry(), store) + ", but the answer was lost";
    };
  }

  private static String when(Optional<LedgerEntry> entry, Store store) {
    return entry
        .map(e -> Instant.ofEpochSecond(e.claimedAt()) + " by run " + runId(e.runNumber(), store))
        .orElse("by an earlier run");
  }

  private static Optional<RecordedRun> run(int number, Store store) {
    return store.runs().numbered(number);
  }

  private static String runId(int number, Store store) {
    return run(number, store).map(r -> r.start().id()).orElse("#" + number);
  }

  private static ObjectNode json(Trace trace, List<OutcomeLine> outcomes, Store store) {
    ObjectNode node = Json.object();
    node.put("orchestration", trace.orchestration());
    node.put("rows", trace.rows());
    ArrayNode events = node.putArray("events");
    for (Trace.Traced event : trace.events()) {
      ObjectNode one = events.addObject().put("event_id", event.id());
      one.put("state", InWords.lower(event.state()));
      event
          .entry()
          .ifPresent(
              e -> {
                one.put("run", runId(e.runNumber(), store));
                one.put("sent", Instant.ofEpochSecond(e.claimedAt()).toString());
              });
    }
    ArrayNode now = node.putArray("now");
    trace
        .rejected()
        .forEach(
            line ->
                now.addObject()
                    .put("row", line.row())
                    .put("code", line.code().name())
                    .put("fate", line.fate())
                    .put("message", line.message()));
    ArrayNode before = node.putArray("before");
    outcomes.forEach(
        o ->
            before
                .addObject()
                .put("run", runId(o.runNumber(), store))
                .put("fate", o.fate())
                .put("code", o.code())
                .put("words", o.words()));
    return node;
  }
}
