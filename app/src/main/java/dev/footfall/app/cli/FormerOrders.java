package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Trace;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.Quarantined;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of an order from orchestrations that ran here and are no longer in the project's
 * file. What those delivered is under names that only their settings and queries can make.
 *
 * @param names of those orchestrations
 * @param before what their runs wrote down of the order, the latest first
 * @param kept its entries in quarantine by them
 */
record FormerOrders(
    Orchestrations all, SortedSet<String> names, List<OutcomeLine> before, List<Quarantined> kept) {
  private static final String NEXT =
      "what it delivered can be told only with its configuration: put it back, and trace again";

  /**
   * Looks an order up.
   *
   * @param only of this orchestration; of all when empty
   */
  FormerOrders(Orchestrations all, String order, Optional<String> only) {
    this(all, only, Trace.outcomes(all, order), Trace.quarantined(all, order));
  }

  private FormerOrders(
      Orchestrations all, Optional<String> only, List<OutcomeLine> before, List<Quarantined> kept) {
    this(all, names(all, only, kept), before, kept);
  }

  /** Runs are forgotten sooner than what is in quarantine by them. */
  private static SortedSet<String> names(
      Orchestrations all, Optional<String> only, List<Quarantined> kept) {
    SortedSet<String> names = new TreeSet<>(all.store().runs().orchestrations());
    kept.forEach(entry -> names.add(entry.place().orchestration()));
    names.removeAll(all.project().orchestrations().keySet());
    only.ifPresent(wanted -> names.removeIf(name -> !name.equals(wanted)));
    return names;
  }

  /**
   * Tells it, as JSON where there is a list for that; names in one line those that know nothing.
   */
  void tell(Optional<ArrayNode> list, Console console) {
    SortedSet<String> silent = new TreeSet<>();
    for (String name : names) {
      List<OutcomeLine> outcomes =
          before.stream().filter(o -> name.equals(Trace.orchestration(all, o))).toList();
      List<Quarantined> entries =
          kept.stream().filter(e -> e.place().orchestration().equals(name)).toList();
      if (outcomes.isEmpty() && entries.isEmpty()) {
        silent.add(name);
      } else {
        list.ifPresentOrElse(
            json -> json.add(json(name, outcomes, entries)),
            () -> print(name, outcomes, entries, console));
      }
    }
    if (!silent.isEmpty()) {
      console.say(
          "No longer configured: "
              + String.join(", ", silent)
              + ". No fault of this order is known of it; "
              + NEXT);
    }
  }

  private void print(
      String name, List<OutcomeLine> outcomes, List<Quarantined> entries, Console console) {
    console.print(console.styled(Style.STRONG, name + " (no longer configured)"));
    Table table = TracePage.table();
    TracePage.before(outcomes, all.store(), table);
    entries.forEach(entry -> table.row(TracePage.kept(entry)));
    table.row(TracePage.next(NEXT));
    table.print(console, 2);
  }

  private ObjectNode json(String name, List<OutcomeLine> outcomes, List<Quarantined> entries) {
    ObjectNode node = Json.object().put("orchestration", name).put("configured", false);
    ArrayNode lines = node.putArray("before");
    outcomes.forEach(outcome -> lines.add(TraceJson.outcome(outcome, all.store())));
    ArrayNode references = node.putArray("quarantine");
    entries.forEach(entry -> references.add(QuarantinePage.json(entry, all.store())));
    return node.put("next", NEXT);
  }
}
