package dev.footfall.app.cli;

import dev.footfall.app.coverage.Coverage;
import dev.footfall.app.coverage.Measured;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.RowFate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, for people. */
final class CoveragePage {
  private static final int MOST_PLACES = 2;

  private final Console console;

  CoveragePage(Console console) {
    this.console = console;
  }

  void print(String title, Measured measured) {
    console.print(
        console.styled(Style.STRONG, title)
            + " → "
            + measured.platform()
            + " ("
            + measured.mode()
            + ")  "
            + extent(measured));
    rejections(measured.books().rows());
    Coverage coverage = measured.coverage();
    if (coverage.rows() == 0) {
      console.print("  No row came so far that its identifiers were judged.");
    } else {
      fields(coverage);
    }
    absent(coverage.absent());
    console.print("");
  }

  private static String extent(Measured measured) {
    String rows = Figures.of(measured.books().rows().read(), "row");
    return (measured.whole() ? "all " + rows : "a sample: the first " + rows)
        + ", "
        + Figures.of(measured.books().events().built(), "event");
  }

  private void rejections(Books.RowSums rows) {
    Table table = Table.of("", "", "").right(1, 2);
    rows.rejected().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(code -> rejection(table, code.getKey(), code.getValue(), rows.read()));
    long doubled = rows.of(RowFate.DUPLICATE);
    if (doubled > 0) {
      rejection(table, "duplicate", doubled, rows.read());
    }
    if (!table.isEmpty()) {
      console.print("  rows left out");
      table.print(console, 4);
    }
  }

  private static void rejection(Table table, String code, long count, long read) {
    table.row(
        List.of(
            Cell.of(code), Cell.count(count), new Cell(Figures.share(count, read), Style.FAINT)));
  }

  private void fields(Coverage coverage) {
    console.print(
        "  usable, of "
            + Figures.of(coverage.rows(), "row")
            + " and "
            + Figures.of(coverage.events(), "event")
            + " whose identity was judged");
    Table table = Table.of("COLUMN", "GOES TO", "GIVEN", "ROWS", "EVENTS").right(2, 3, 4);
    for (Coverage.Fed fed : coverage.fields()) {
      table.row(
          List.of(
              Cell.of(fed.field().column()),
              new Cell(fed.field().target(), Style.FAINT),
              new Cell(Figures.share(fed.given(), coverage.rows()), Style.FAINT),
              share(fed.rows(), coverage.rows()),
              share(fed.events(), coverage.events())));
    }
    table.print(console, 4);
    String unused =
        coverage.fields().stream()
            .filter(fed -> fed.given() > 0 && fed.events() == 0)
            .map(fed -> fed.field().column())
            .collect(Collectors.joining(", "));
    if (!unused.isEmpty()) {
      console.print("    No event carries " + unused + ", as the destination is set.");
    }
  }

  private static Cell share(long part, long whole) {
    return new Cell(Figures.share(part, whole), style(part, whole));
  }

  /** A share in whole percent with words before it, in the colour of its size. */
  static Cell share(String before, long part, long whole) {
    return new Cell(before + Math.round(100.0 * part / whole) + " %", style(part, whole));
  }

  private static Style style(long part, long whole) {
    return part * 10 >= whole * 8
        ? Style.GOOD
        : part * 10 >= whole * 2 ? Style.PLAIN : Style.WARNING;
  }

  private void absent(List<Coverage.Absent> absent) {
    if (absent.isEmpty()) {
      return;
    }
    console.print("  not in the query; adding a column would fill");
    Table table = Table.of("", "");
    for (Coverage.Absent missing : absent) {
      Style style = missing.field().recommended() ? Style.WARNING : Style.PLAIN;
      table.row(List.of(new Cell(missing.field().column(), style), Cell.of(about(missing))));
    }
    table.print(console, 4);
  }

  private static String about(Coverage.Absent missing) {
    String places = missing.places().stream().limit(MOST_PLACES).collect(Collectors.joining(", "));
    return "→ "
        + missing.field().target()
        + (places.isEmpty() ? "" : "   from " + places)
        + "\n"
        + (missing.field().recommended() ? "Recommended. " : "")
        + missing.help();
  }
}
