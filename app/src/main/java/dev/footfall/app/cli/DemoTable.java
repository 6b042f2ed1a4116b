package dev.footfall.app.cli;

import dev.footfall.app.coverage.Coverage;
import dev.footfall.app.coverage.Measured;
import dev.footfall.app.demo.DemoProject;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.RowFate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a demonstration did at each platform: its rows, why some were left out, and who can be found
 * by the rest.
 */
final class DemoTable {
  private static final int WIDEST_PLATFORM = 26;

  private final Table table =
      Table.of("PLATFORM", "ROWS", "ACCEPTED", "EVENTS", "REQUESTS", "LEFT OUT", "")
          .right(1, 2, 3, 4, 5)
          .firstAtLeast(WIDEST_PLATFORM)
          .separated();

  private String counted = "";

  /** Adds a run. */
  void add(RunReport report, Measured measured) {
    if (!measured.whole()) {
      counted = " Counted on the first " + Figures.of(measured.books().rows().read(), "row") + ".";
    }
    Books.Sums sums = report.sums();
    List<Map.Entry<String, Long>> leftOut = leftOut(sums.rows());
    long accepted = sums.rows().of(RowFate.ACCEPTED);
    table.row(
        List.of(
            platform(report),
            Cell.count(sums.rows().read()),
            new Cell(Figures.count(accepted), accepted > 0 ? Style.GOOD : Style.WARNING),
            Cell.count(sums.events().built()),
            Cell.count(sums.requests().sent()),
            Cell.of(lines(leftOut, row -> Figures.count(row.getValue()))),
            Cell.of(lines(leftOut, Map.Entry::getKey))));
    table.below(usable(measured.coverage()));
  }

  void print(String title, Console console) {
    console.print(console.styled(Style.STRONG, title));
    console.print(
        console.styled(
            Style.FAINT,
            "Under each platform, the share of its events (left out or not) for which an identifier"
                + " is usable."
                + counted));
    console.print("");
    table.print(console, 2);
  }

  private static Cell platform(RunReport report) {
    String name =
        DemoProject.platform(report.names().orchestration()) + " (" + report.names().mode() + ")";
    return report.ending().exitCode() == 0
        ? new Cell(name, Style.STRONG)
        : new Cell(name + "\n" + report.ending().word(), Style.BAD);
  }

  /** Everything that was not accepted, the most frequent first: with what was, it is all rows. */
  private static List<Map.Entry<String, Long>> leftOut(Books.RowSums rows) {
    Map<String, Long> codes = new LinkedHashMap<>(rows.rejected());
    rows.refused().forEach((code, count) -> codes.merge("refused " + code, count, Long::sum));
    for (RowFate fate : RowFate.values()) {
      switch (fate) {
        case ACCEPTED, REJECTED, REFUSED -> {}
        case ALREADY_DELIVERED, DUPLICATE, UNKNOWN, NOT_SENT -> {
          if (rows.of(fate) > 0) {
            codes.merge(fate.label().replace('_', ' '), rows.of(fate), Long::sum);
          }
        }
      }
    }
    return codes.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .toList();
  }

  private static <T> String lines(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining("\n"));
  }

  private static List<Cell> usable(Coverage coverage) {
    return coverage.fields().stream()
        .filter(fed -> fed.field().identifies() && fed.events() > 0)
        .map(fed -> CoveragePage.share(fed.field().column() + " ", fed.events(), coverage.events()))
        .toList();
  }
}
