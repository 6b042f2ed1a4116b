package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.core.run.Quarantine.Sum;
import dev.footfall.core.run.Quarantined;
import dev.footfall.core.run.Quarantined.Place;
import dev.footfall.store.Store;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints what is in quarantine.
 *
 * @param now what has ended by then is marked
 */
record QuarantinePage(Store store, Console console, Instant now) {
  private static final int SHORT = 12;

  /** A table for each orchestration and target: a line a cause, its remedy below. */
  void sums(List<Sum> sums) {
    Map<Place, List<Sum>> byPlace =
        sums.stream()
            .collect(Collectors.groupingBy(Sum::place, LinkedHashMap::new, Collectors.toList()));
    byPlace.forEach(
        (place, lines) -> {
          console.print(console.styled(Style.STRONG, KeptCause.title(place)));
          Table table =
              Table.of("CODE", "COLUMN", "ORDERS", "ROWS", "FIRST SEEN", "LAST SEEN", "UNTIL")
                  .right(2, 3);
          lines.forEach(sum -> add(sum, table));
          table.print(console, 2);
          console.print("");
        });
    long orders = sums.stream().mapToLong(Sum::names).sum();
    console.say(
        Figures.of(orders, "reference")
            + "; once the cause is mended, 'footfall replay NAME' sends exactly these. Times are"
            + " UTC; UNTIL is when the first of them grows too old.");
  }

  private void add(Sum sum, Table table) {
    table.row(
        List.of(
            KeptCause.cell(sum.cause()),
            Table.Cell.of(sum.cause().column()),
            Table.Cell.count(sum.names()),
            Table.Cell.count(sum.rows()),
            Table.Cell.of(KeptCause.minute(sum.first().at())),
            Table.Cell.of(KeptCause.minute(sum.last().at())),
            until(sum.ends())));
    table.below(List.of(new Table.Cell(Reports.remedy(sum.cause().code()), Style.FAINT)));
  }

  private Table.Cell until(long second) {
    return second < now.getEpochSecond()
        ? new Table.Cell("ended", Style.BAD)
        : Table.Cell.of(KeptCause.minute(second));
  }

  /** A line a reference. */
  void list(List<Quarantined> entries) {
    Table table =
        Table.of("REFERENCE", "ORCHESTRATION", "CODE", "COLUMN", "ROWS", "LAST SEEN BY", "UNTIL")
            .right(4);
    for (Quarantined entry : entries) {
      table.row(
          List.of(
              new Table.Cell(reference(entry).substring(0, SHORT), Style.COMMAND),
              Table.Cell.of(entry.place().orchestration()),
              KeptCause.cell(entry.cause()),
              Table.Cell.of(entry.cause().column()),
              Table.Cell.count(entry.rows()),
              Table.Cell.of(KeptCause.runId(entry.last().run(), store)),
              until(entry.until())));
    }
    table.print(console);
  }

  private static String reference(Quarantined entry) {
    return String.format(Locale.ROOT, "%016x%016x", entry.name().high(), entry.name().low());
  }

  void json(List<Sum> sums) {
    ArrayNode list = Json.list();
    for (Sum sum : sums) {
      ObjectNode node = list.addObject();
      KeptCause.put(node, sum.place());
      KeptCause.put(node, sum.cause());
      node.put("orders", sum.names()).put("rows", sum.rows());
      KeptCause.put(node, "first_seen", sum.first(), store);
      KeptCause.put(node, "last_seen", sum.last(), store);
      node.put("until", Instant.ofEpochSecond(sum.ends()).toString());
    }
    Json.print(list, console);
  }

  void listJson(List<Quarantined> entries) {
    ArrayNode list = Json.list();
    entries.forEach(entry -> list.add(json(entry, store)));
    Json.print(list, console);
  }

  /** One reference. */
  static ObjectNode json(Quarantined entry, Store store) {
    ObjectNode node = Json.object().put("reference", reference(entry));
    KeptCause.put(node, entry.place());
    KeptCause.put(node, entry.cause());
    node.put("rows", entry.rows());
    KeptCause.put(node, "first_seen", entry.first(), store);
    KeptCause.put(node, "last_seen", entry.last(), store);
    if (entry.eventTime() != 0) {
      node.put("event_time", Instant.ofEpochSecond(entry.eventTime()).toString());
    }
    return node.put("until", Instant.ofEpochSecond(entry.until()).toString());
  }
}
