package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.core.destination.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Prints the books of runs for people, from the JSON that programs read. */
final class Reports {
  private Reports() {}

  /** One run's books, fate by fate. */
  static void page(JsonNode report, Console console) {
    console.print(title(report, console));
    JsonNode rows = report.path("rows");
    long read = rows.path("read").asLong();
    Table table = Table.of("", "", "", "").right(1, 2);
    table.row(line("rows read", read, read));
    for (Fate fate : Fate.values()) {
      long count = fate.of(rows);
      if (count > 0 || fate == Fate.ACCEPTED) {
        table.row(line(fate.title, count, read));
        fate.codes(rows).forEach(code -> table.row(code(code.getKey(), code.getValue().asLong())));
      }
    }
    table.print(console, 2);
    rest(report, console);
  }

  private static String title(JsonNode report, Console console) {
    return console.styled(Style.STRONG, report.path("orchestration").asText())
        + " → "
        + report.path("destination").asText()
        + " "
        + report.path("target").asText()
        + " ("
        + report.path("mode").asText()
        + ")  run "
        + report.path("run").asText()
        + "  "
        + outcome(report).style().on(outcome(report).text(), console.look().colourOut());
  }

  private static List<Cell> line(String title, long count, long read) {
    return List.of(
        new Cell(title, Style.STRONG),
        Cell.count(count),
        new Cell(Figures.share(count, read), Style.FAINT),
        Cell.of(""));
  }

  private static List<Cell> code(String code, long count) {
    return List.of(Cell.of("  " + code), Cell.count(count), Cell.of(""), Cell.of(remedy(code)));
  }

  /** What a code means and what to do about it. */
  static String remedy(String code) {
    return Arrays.stream(Code.values())
        .filter(known -> known.name().equals(code))
        .map(known -> known.meaning() + ". " + known.advice() + ".")
        .findFirst()
        .orElse("");
  }

  private static void rest(JsonNode report, Console console) {
    JsonNode requests = report.path("requests");
    console.print(
        "  "
            + Figures.of(report.path("events").path("built").asLong(), "event")
            + " in "
            + Figures.of(requests.path("sent").asLong(), "request")
            + " ("
            + Figures.count(requests.path("retried").asLong())
            + " retried, "
            + Figures.count(requests.path("bisected").asLong())
            + " split)");
    Table notices = Table.of("", "", "").right(1);
    for (Map.Entry<String, JsonNode> notice : report.path("warnings").properties()) {
      notices.row(
          List.of(
              new Cell(notice.getKey(), Style.WARNING),
              Cell.count(notice.getValue().asLong()),
              Cell.of(remedy(notice.getKey()))));
    }
    if (!notices.isEmpty()) {
      console.print("  notices");
      notices.print(console, 4);
    }
    report.path("messages").forEach(words -> console.print("  · " + words.asText()));
    JsonNode stopped = report.path("stopped");
    if (!stopped.isMissingNode()) {
      console.print(
          "  "
              + console.styled(Style.BAD, "stopped: " + stopped.path("code").asText())
              + " "
              + stopped.path("words").asText()
              + ". "
              + stopped.path("advice").asText()
              + ".");
    }
  }

  /** Several runs side by side. */
  static Table table(List<JsonNode> reports) {
    Table table =
        Table.of(
                "ORCHESTRATION",
                "READ",
                "ACCEPTED",
                "REJECTED",
                "REFUSED",
                "ALREADY",
                "DUPLICATE",
                "UNKNOWN",
                "NOT SENT",
                "REQUESTS",
                "OUTCOME")
            .right(1, 2, 3, 4, 5, 6, 7, 8, 9);
    for (JsonNode report : reports) {
      JsonNode rows = report.path("rows");
      List<Cell> cells = new ArrayList<>();
      cells.add(new Cell(report.path("orchestration").asText(), Style.COMMAND));
      cells.add(Cell.count(rows.path("read").asLong()));
      for (Fate fate : Fate.values()) {
        cells.add(Cell.count(fate.of(rows)));
      }
      cells.add(Cell.count(report.path("requests").path("sent").asLong()));
      cells.add(outcome(report));
      table.row(cells);
    }
    return table;
  }

  static Cell outcome(JsonNode report) {
    String word = report.path("outcome").asText();
    return outcome(word);
  }

  /** With the code that stopped it, if one did. */
  static Cell outcome(String word, String code) {
    Cell plain = outcome(word);
    return code.isEmpty() || !word.equals("stopped")
        ? plain
        : new Cell(word + " (" + code + ")", plain.style());
  }

  static Cell outcome(String word) {
    return switch (word) {
      case "succeeded", "running" -> new Cell(word, Style.GOOD);
      case "incomplete", "interrupted" -> new Cell(word, Style.WARNING);
      default -> new Cell(word, Style.BAD);
    };
  }

  /** The lines of the books, in their order. */
  private enum Fate {
    ACCEPTED("accepted"),
    REJECTED("rejected"),
    REFUSED("refused"),
    ALREADY_DELIVERED("already delivered"),
    DUPLICATE("duplicate"),
    UNKNOWN("unknown"),
    NOT_SENT("not sent");

    private final String title;

    Fate(String title) {
      this.title = title;
    }

    private JsonNode node(JsonNode rows) {
      return rows.path(title.replace(' ', '_'));
    }

    long of(JsonNode rows) {
      JsonNode node = node(rows);
      return node.isObject()
          ? node.properties().stream().mapToLong(code -> code.getValue().asLong()).sum()
          : node.asLong();
    }

    /** Counts by code, the most frequent first. */
    List<Map.Entry<String, JsonNode>> codes(JsonNode rows) {
      return node(rows).properties().stream()
          .sorted((a, b) -> Long.compare(b.getValue().asLong(), a.getValue().asLong()))
          .toList();
    }
  }
}
