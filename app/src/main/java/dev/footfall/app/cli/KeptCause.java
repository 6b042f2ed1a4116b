package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.core.run.Quarantined.Cause;
import dev.footfall.core.run.Quarantined.Place;
import dev.footfall.core.run.Quarantined.Sighting;
import dev.footfall.core.run.RowFate;
import dev.footfall.store.Store;
import java.time.Instant;

/** The parts of what is in quarantine, for people and for programs. */
final class KeptCause {
  private static final int MINUTES = 16;

  private KeptCause() {}

  /** A cause; what the platform refused stands out, with the platform's own code. */
  static Table.Cell cell(Cause cause) {
    return cause.fate() == RowFate.REFUSED
        ? new Table.Cell(cause.code() + " " + cause.platformCode(), Style.BAD)
        : new Table.Cell(cause.code(), Style.WARNING);
  }

  /** A place in one line: orchestration → destination target (mode). */
  static String title(Place place) {
    String[] scope = scope(place);
    return place.orchestration() + " → " + scope[0] + " " + scope[1] + " (" + scope[2] + ")";
  }

  /** Destination, target and mode; a target may have several lines. */
  private static String[] scope(Place place) {
    String scope = place.scope();
    int first = scope.indexOf('\n');
    int last = scope.lastIndexOf('\n');
    return first == last
        ? new String[] {scope.replace('\n', ' '), "", ""}
        : new String[] {
          scope.substring(0, first),
          scope.substring(first + 1, last).replace('\n', ' '),
          scope.substring(last + 1)
        };
  }

  /** A Unix second in UTC, to the minute. */
  static String minute(long second) {
    return Instant.ofEpochSecond(second).toString().substring(0, MINUTES).replace('T', ' ');
  }

  static void put(ObjectNode node, Place place) {
    String[] scope = scope(place);
    node.put("orchestration", place.orchestration());
    node.put("destination", scope[0]);
    node.put("target", scope[1]);
    node.put("mode", scope[2]);
  }

  static void put(ObjectNode node, Cause cause) {
    node.put("fate", cause.fate().label());
    node.put("code", cause.code());
    if (!cause.platformCode().isEmpty()) {
      node.put("platform_code", cause.platformCode());
    }
    node.put("column", cause.column());
    node.put("remedy", Reports.remedy(cause.code()));
  }

  static void put(ObjectNode node, String name, Sighting sighting, Store store) {
    node.putObject(name)
        .put("run", runId(sighting.run(), store))
        .put("at", Instant.ofEpochSecond(sighting.at()).toString());
  }

  /** A run's public name; its number when the history has forgotten it. */
  static String runId(int number, Store store) {
    return store.runs().numbered(number).map(r -> r.start().id()).orElse("#" + number);
  }
}
