package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.orchestration.Replay;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.orchestration.RunReportJson;
import dev.footfall.app.terminal.Console;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RowFate;
import dev.footfall.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The books of one command's runs: told as each run ends, and kept for the file of them all. */
final class RunBooks {
  /** Begin the messages that nobody may overlook. */
  private static final List<String> LOUD =
      List.of(
          RunReport.ALL_REJECTED,
          RunReport.OUTCOMES_LEFT_OUT,
          RunReport.QUARANTINE_FULL,
          RunReport.NOT_FOUND);

  private final Console console;
  private final Wishes wishes;
  private final List<ObjectNode> books = new ArrayList<>();

  /**
   * How the books are wanted.
   *
   * @param asJson as programs read them
   * @param dryRun whether nothing was sent
   */
  record Wishes(boolean asJson, boolean dryRun) {}

  RunBooks(Console console, Wishes wishes) {
    this.console = console;
    this.wishes = wishes;
  }

  /** A run came to its end; says what a person can do now. */
  void add(RunReport report, Store store) {
    tell(report);
    if (!wishes.asJson()) {
      store.runs().find(report.run()).forEach(run -> tellNext(report.sums().rows(), run, store));
    }
  }

  /** A fault ended a run; its books hold what was done, if anything was. */
  void addBroken(RunReport report) {
    if (report.sums().rows().read() > 0) {
      tell(report);
    }
  }

  private void tell(RunReport report) {
    ObjectNode told = RunReportJson.of(report);
    books.add(told);
    told.path("messages").forEach(words -> loud(words.asText()));
    if (wishes.asJson()) {
      console.print(told.toString());
    } else {
      Reports.page(told, console);
      if (wishes.dryRun()) {
        console.say("A dry run: nothing was sent, nothing is remembered.");
      }
    }
    console.out().flush();
  }

  private void loud(String words) {
    if (LOUD.stream().anyMatch(words::startsWith)) {
      console.warn(words);
    }
  }

  private void tellNext(Books.RowSums rows, RecordedRun run, Store store) {
    if (rows.of(RowFate.REJECTED) + rows.of(RowFate.REFUSED) > 0) {
      tellKept(run, store);
    }
    if (rows.of(RowFate.UNKNOWN) > 0) {
      new HeldEvents(store, run).print(console);
    }
    console.out().flush();
  }

  /** Of rows that are too old, forgotten or only tried nothing is kept. */
  private void tellKept(RecordedRun run, Store store) {
    String name = run.start().orchestration();
    Replay seen = new Replay(Optional.empty(), OptionalInt.of(run.number()));
    if (store.quarantine().isAny(seen.of(Optional.of(name)))) {
      console.print(
          "  kept in quarantine: 'footfall quarantine "
              + name
              + "' shows them by code; once mended, 'footfall replay "
              + name
              + "' sends exactly these");
    }
  }

  /** The books of the one run that was wanted, or a list of those of several. */
  JsonNode json(int wanted) {
    if (wanted == 1 && books.size() == 1) {
      return books.get(0);
    }
    ArrayNode list = Json.list();
    list.addAll(books);
    return list;
  }
}
