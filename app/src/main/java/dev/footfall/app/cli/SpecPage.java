package dev.footfall.app.cli;

import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.app.terminal.Wrapping;
import dev.footfall.core.destination.CodeSpec;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import java.util.ArrayList;
import java.util.List;

/** Prints one specification for people. */
record SpecPage(DestinationSpec spec, Console console) {
  void print() {
    console.print(console.styled(Style.STRONG, spec.about().title()) + "  " + spec.type());
    Wrapping.lines(spec.about().summary(), console.width()).forEach(console::print);
    Wrapping.lines("Visible on the platform after: " + spec.about().allowFor(), console.width())
        .forEach(console::print);
    modes();
    settings();
    credential();
    columns();
    codes();
    links();
  }

  private void section(String title, Table table) {
    if (!table.isEmpty()) {
      console.print("");
      console.print(console.styled(Style.STRONG, title));
      table.print(console, 2);
    }
  }

  private void modes() {
    Table table = Table.of("MODE", "", "SENDS", "AT MOST", "A MINUTE", "WINDOW").right(4);
    for (Mode mode : spec.modes()) {
      Limits limits = mode.limits();
      boolean http = mode.transport() == Mode.Transport.HTTP;
      table.row(
          List.of(
              name(mode.name()),
              Cell.of(mode.title()),
              Cell.of(http ? "requests" : "files"),
              Cell.of(
                  limit(limits.events(), Figures.of(limits.events(), "event"))
                      + limit(limits.bytes(), ", " + Figures.bytes(limits.bytes()))),
              Cell.of(
                  http
                      ? limit(limits.requestsPerMinute(), Figures.count(limits.requestsPerMinute()))
                      : ""),
              Cell.of(mode.window())));
    }
    section("Modes", table);
  }

  /** A limit in words; nothing where there is none to speak of. */
  private static String limit(long limit, String words) {
    return limit >= Integer.MAX_VALUE ? "" : words;
  }

  private void settings() {
    Table table = Table.of("SETTING", "DEFAULT", "");
    for (Setting setting : spec.settings()) {
      boolean must =
          setting.need() == Need.REQUIRED || setting.need() == Need.REQUIRED_AT_ORCHESTRATION;
      String modes =
          setting.modes().isEmpty()
              ? ""
              : " Mode " + String.join(", ", setting.modes().stream().sorted().toList()) + ".";
      Cell fallback =
          setting
              .fallback()
              .map(Cell::of)
              .orElseGet(
                  () -> must ? new Cell("required", Style.WARNING) : new Cell("–", Style.FAINT));
      String takes = "takes " + InWords.takes(setting.rule());
      table.row(
          List.of(name(setting.name()), fallback, Cell.of(setting.help() + modes + "\n" + takes)));
    }
    section("Settings", table);
  }

  private void credential() {
    Table table = Table.of("FIELD", "NEED", "", "");
    for (CredentialField field : spec.credential()) {
      table.row(
          List.of(
              name(field.name()),
              need(field.need()),
              Cell.of(field.secret() ? "secret" : "plain"),
              Cell.of(field.help())));
    }
    section("Credential", table);
  }

  private void columns() {
    Table table = Table.of("COLUMN", "NEED", "HOLDS", "");
    for (ColumnSpec column : spec.columns()) {
      table.row(
          List.of(
              name(names(column)),
              need(column.need()),
              Cell.of(InWords.holds(column)),
              Cell.of(about(column))));
    }
    section("Columns", table);
    rules("A query must return:", false);
    rules("A query should return:", true);
  }

  private void rules(String title, boolean advice) {
    List<ColumnRule> rules =
        spec.rules().stream().filter(rule -> rule.isAdvice() == advice).toList();
    if (!rules.isEmpty()) {
      console.print("");
      console.print("  " + title);
      rules.stream()
          .map(InWords::rule)
          .forEach(text -> console.print("  · " + Wrapping.indented(text, 4, console.width())));
    }
  }

  private static String names(ColumnSpec column) {
    List<String> names = new ArrayList<>(List.of(column.name()));
    names.addAll(column.names().aliases());
    column.names().canonical().filter(name -> !names.contains(name)).ifPresent(names::add);
    return String.join("\n", names);
  }

  private static String about(ColumnSpec column) {
    String values =
        column.values().isEmpty() ? "" : "\nvalues " + String.join(", ", column.values());
    return column.help()
        + values
        + "\n→ "
        + column.target()
        + " · unfit: "
        + InWords.whenUnfit(column);
  }

  private void codes() {
    Table table = Table.of("CODE", "DOES", "WHEN", "REMEDY");
    for (CodeSpec code : spec.codes()) {
      Style style =
          switch (code.severity()) {
            case ROW -> Style.WARNING;
            case NOTICE -> Style.FAINT;
            case RUN -> Style.BAD;
          };
      table.row(
          List.of(
              name(code.code().name()),
              new Cell(InWords.does(code.severity()), style),
              Cell.of(code.meaning()),
              Cell.of(code.code().advice())));
    }
    section("Codes, the first that applies", table);
  }

  private void links() {
    console.print("");
    console.print(console.styled(Style.STRONG, "The platform's documentation"));
    for (DocumentationLink link : spec.about().links()) {
      console.print(
          "  "
              + Wrapping.indented(
                  link.title() + ", checked " + link.checked(), 2, console.width()));
      console.print("    " + link.url());
    }
  }

  private static Cell name(String text) {
    return new Cell(text, Style.COMMAND);
  }

  private static Cell need(Need need) {
    return switch (need) {
      case REQUIRED, REQUIRED_AT_ORCHESTRATION -> new Cell("required", Style.WARNING);
      case RECOMMENDED -> new Cell("recommended", Style.GOOD);
      case OPTIONAL -> new Cell("optional", Style.FAINT);
      case REFUSED -> new Cell("left out", Style.FAINT);
    };
  }
}
