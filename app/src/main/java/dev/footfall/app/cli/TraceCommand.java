package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.footfall.app.config.Project;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Trace;
import dev.footfall.app.terminal.Console;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.Quarantined;
import dev.footfall.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows one order. */
@Command(
    name = "trace",
    description = "Follow one order through all runs and destinations, and say what is next.",
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
    int worst = ExitCode.DONE.number();
    try (Store store = OpenStore.of(session, project.store())) {
      Orchestrations all = Orchestrations.of(project, session.surroundings(), store);
      FormerOrders former = new FormerOrders(all, order, only);
      for (String name : only.map(Set::of).orElse(project.orchestrations().keySet())) {
        if (!former.names().contains(name)) {
          worst = Math.max(worst, tell(name, all, console, list));
        }
      }
      former.tell(json ? Optional.of(list) : Optional.empty(), console);
    }
    if (json) {
      Json.print(list, console);
    }
    return worst;
  }

  /** One orchestration whose source or query is at fault does not hide the others. */
  private int tell(String name, Orchestrations all, Console console, ArrayNode list) {
    try {
      Instant time = now.orElseGet(session.clock()::instant);
      Optional<OrderStory> story =
          Trace.of(all, name, order, time)
              .map(trace -> new OrderStory(trace, before(all, name), kept(all, name), all.store()));
      if (story.isEmpty()) {
        console.say(name + ": its query has no column of order ids; nothing to follow");
      } else if (json) {
        list.add(TraceJson.of(story.get()));
      } else {
        new TracePage(story.get(), console).print();
      }
      return ExitCode.DONE.number();
    } catch (RuntimeException fault) {
      return Failures.report(fault, session).number();
    }
  }

  private List<OutcomeLine> before(Orchestrations all, String name) {
    return Trace.outcomes(all, order).stream()
        .filter(outcome -> name.equals(Trace.orchestration(all, outcome)))
        .toList();
  }

  private List<Quarantined> kept(Orchestrations all, String name) {
    return Trace.quarantined(all, order).stream()
        .filter(entry -> entry.place().orchestration().equals(name))
        .toList();
  }
}
