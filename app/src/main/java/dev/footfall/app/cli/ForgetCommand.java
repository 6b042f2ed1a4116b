package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.Project;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.orchestration.Forgetting;
import dev.footfall.app.orchestration.Forgetting.Forgotten;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forgets people and orders. */
@Command(
    name = "forget",
    description = {
      "Forget people or orders, and hold them back from then on.",
      "Removes what became of their rows and that they were delivered; what a source still has of"
          + " them is not sent."
    },
    footer = {
      "footfall forget --external-id C-1001 --dry-run",
      "footfall forget --email - < address.txt",
      "footfall forget --order ORD-1 --order ORD-2"
    })
final class ForgetCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--external-id",
      paramLabel = "ID",
      description = "The customer's id, plain or hashed. May be given several times.")
  private List<String> externalIds = new ArrayList<>();

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "An e-mail address, plain or hashed; - reads them from standard input.")
  private List<String> emails = new ArrayList<>();

  @Option(
      names = "--phone",
      paramLabel = "NUMBER",
      description = "A phone number with + and its country's code, or hashed.")
  private List<String> phones = new ArrayList<>();

  @Option(
      names = "--order",
      paramLabel = "ORDER_ID",
      description = "An order; also one that the source no longer has.")
  private List<String> orders = new ArrayList<>();

  @Option(names = "--dry-run", description = "Only count what would be forgotten.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ForgetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Project project = session.project();
    Whom whom = new Whom(session.surrounding().streams().in());
    whom.externalIds(externalIds);
    whom.emails(emails);
    whom.phones(phones);
    whom.orders(orders);
    whom.requireSomebody();
    List<ExitCode> worst = new ArrayList<>(List.of(ExitCode.DONE));
    try (Store store = OpenStore.of(session, project.store())) {
      Orchestrations all = Orchestrations.of(project, session.surroundings(), store);
      Instant now = session.clock().instant();
      Forgetting forgetting =
          new Forgetting(all, now, dryRun, (name, fault) -> worst.add(unsearched(name, fault)));
      List<Forgotten> forgotten = forgetting.forget(whom.sought(store), whom.orders());
      tell(forgetting, forgotten);
    }
    return worst.stream().mapToInt(ExitCode::number).max().orElseThrow();
  }

  private ExitCode unsearched(String name, RuntimeException fault) {
    ExitCode code = Failures.report(fault, session);
    session
        .console()
        .error(
            "not all of orchestration '"
                + name
                + "' was forgotten; mend this and type the same command again");
    return code;
  }

  private void tell(Forgetting forgetting, List<Forgotten> forgotten) {
    if (json) {
      Json.print(json(forgetting, forgotten), session.console());
    } else {
      print(forgetting, forgotten);
    }
  }

  private void print(Forgetting forgetting, List<Forgotten> forgotten) {
    Console console = session.console();
    if (forgotten.stream().allMatch(Forgotten::isNothing)) {
      console.print("Nothing was found: no row of theirs in any query, and nothing remembered.");
    } else {
      console.print(
          (dryRun ? "Would forget " : "Forgot ")
              + Figures.of(forgetting.orders(), "order")
              + ", of which was remembered:");
      table(forgotten).print(console);
    }
    console.print(
        dryRun
            ? "A dry run: nothing was forgotten, and nobody is held back."
            : "Held back until "
                + forgetting.until().truncatedTo(ChronoUnit.SECONDS)
                + ": what the source still has of them is FORGOTTEN_PERSON.");
  }

  private static Table table(List<Forgotten> forgotten) {
    Table table =
        Table.of("ORCHESTRATION", "ROWS NOW", "LEDGER", "OUTCOMES", "QUARANTINE").right(1, 2, 3, 4);
    for (Forgotten one : forgotten) {
      table.row(
          List.of(
              Cell.of(one.orchestration()),
              Cell.count(one.rows()),
              Cell.count(one.lines()),
              Cell.count(one.outcomes()),
              Cell.count(one.quarantined())));
    }
    return table;
  }

  private ObjectNode json(Forgetting forgetting, List<Forgotten> forgotten) {
    ObjectNode node = Json.object();
    node.put("dry_run", dryRun).put("orders", forgetting.orders());
    if (!dryRun) {
      node.put("held_until", forgetting.until().toString());
    }
    ArrayNode list = node.putArray("orchestrations");
    for (Forgotten one : forgotten) {
      list.addObject()
          .put("orchestration", one.orchestration())
          .put("rows", one.rows())
          .put("ledger", one.lines())
          .put("outcomes", one.outcomes())
          .put("quarantined", one.quarantined());
    }
    return node;
  }
}
