package dev.footfall.app.cli;

import dev.footfall.app.orchestration.Trace;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.Quarantined;
import dev.footfall.store.Store;
import java.util.List;

/** Prints an order's story for people: now, the ledger, earlier runs, quarantine, what is next. */
record TracePage(OrderStory story, Console console) {
  private static final String FIRST = "              ";

  void print() {
    Trace trace = story.trace();
    console.print(console.styled(Style.STRONG, KeptCause.title(trace.place())));
    Table table = table();
    table.row(line("now", Table.Cell.of(Figures.of(trace.rows(), "row")), makes(trace)));
    trace.rejected().forEach(line -> table.row(now(line)));
    trace.events().forEach(event -> table.row(event(event)));
    before(story.before(), story.store(), table);
    story.kept().forEach(entry -> table.row(kept(entry)));
    table.row(next(story.next()));
    table.print(console, 2);
  }

  static Table table() {
    return Table.of("", "", "").firstAtLeast(FIRST.length() - 4);
  }

  static List<Table.Cell> next(String words) {
    return List.of(new Table.Cell("next", Style.STRONG), Table.Cell.of(""), Table.Cell.of(words));
  }

  private static String makes(Trace trace) {
    return trace.rows() == 0
        ? "the query returns none of this order"
        : "in the query's result, making " + Figures.of(trace.events().size(), "event");
  }

  private static List<Table.Cell> line(String title, Table.Cell what, String words) {
    return List.of(new Table.Cell(title, Style.FAINT), what, Table.Cell.of(words));
  }

  private static List<Table.Cell> now(FateListener.Line line) {
    return line(
        "row " + line.row(),
        new Table.Cell(
            line.code().name(), line.fate().equals("sent") ? Style.FAINT : Style.WARNING),
        fate(line.fate()) + at(line.column()) + ": " + line.message());
  }

  private static String fate(String fate) {
    return fate.equals("sent") ? "sent, with a note" : fate;
  }

  private static String at(String column) {
    return column.isEmpty() ? "" : " at column '" + column + "'";
  }

  private List<Table.Cell> event(Trace.Traced event) {
    return line("event", state(event), inWords(event));
  }

  private static Table.Cell state(Trace.Traced event) {
    return switch (event.state()) {
      case NEW -> new Table.Cell("never sent", Style.WARNING);
      case DUPLICATE -> new Table.Cell("stands here twice", Style.FAINT);
      case DELIVERED -> new Table.Cell("delivered", Style.GOOD);
      case UNKNOWN -> new Table.Cell("unknown", Style.BAD);
    };
  }

  private String inWords(Trace.Traced event) {
    String id = event.id().isEmpty() ? "" : event.id() + ", ";
    String when =
        event
            .entry()
            .map(e -> id + "sent " + KeptCause.minute(e.claimedAt()) + " by run " + story.runId(e))
            .orElse(event.id());
    String lost =
        switch (event.state()) {
          case UNKNOWN -> "; the answer was lost";
          case NEW, DUPLICATE, DELIVERED -> "";
        };
    return when + lost + (event.isChanged() ? "; changed since then" : "");
  }

  /** What is said of several rows in the same words is said once. */
  static void before(List<OutcomeLine> outcomes, Store store, Table table) {
    outcomes.stream().map(outcome -> before(outcome, store)).distinct().forEach(table::row);
  }

  private static List<Table.Cell> before(OutcomeLine outcome, Store store) {
    String run = KeptCause.runId(outcome.runNumber(), store);
    return line(
        "earlier",
        new Table.Cell(outcome.code(), outcome.fate().equals("sent") ? Style.FAINT : Style.WARNING),
        fate(outcome.fate())
            + at(outcome.column())
            + " in run "
            + run
            + (outcome.words().isEmpty() ? "" : ": " + outcome.words()));
  }

  static List<Table.Cell> kept(Quarantined entry) {
    return line(
        "quarantine",
        KeptCause.cell(entry.cause()),
        Figures.of(entry.rows(), "row")
            + at(entry.cause().column())
            + ", since "
            + KeptCause.minute(entry.first().at())
            + ", until "
            + KeptCause.minute(entry.until()));
  }
}
