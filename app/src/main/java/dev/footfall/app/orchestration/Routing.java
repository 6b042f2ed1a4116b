package dev.footfall.app.orchestration;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.sources.SourceQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The way of one run: its target and its window.
 *
 * @param route compiled for this run
 * @param runId its public name
 * @param isFirstSend whether the wider window of a first send is open
 */
public record Routing(Route route, String runId, boolean isFirstSend) {
  /**
   * Compiles a run's way.
   *
   * @param firstSend whether the wider window of a first send is open
   */
  public static Routing of(Prepared prepared, boolean firstSend, String runId) {
    return of(prepared, firstSend, runId, Map.of());
  }

  /** Compiles a run's way with what the platform told of it. */
  static Routing of(Prepared prepared, boolean firstSend, String runId, Map<String, String> facts) {
    RouteContext context =
        new RouteContext(
            prepared.settings(),
            prepared.binding(),
            prepared.now(),
            zone(prepared),
            firstSend,
            runId);
    Destination destination = prepared.destination().destination();
    boolean writesFiles =
        destination
            .spec()
            .mode(prepared.settings().mode())
            .filter(mode -> mode.transport() == Mode.Transport.FILE)
            .isPresent();
    if (writesFiles) {
      Outbox.require(prepared.settings());
    }
    return new Routing(destination.route(context.knowing(facts)), runId, firstSend);
  }

  /** The orchestration's zone, unless the destination's own setting was given. */
  static ZoneId zone(Prepared prepared) {
    return prepared.settings().isGiven("timezone")
        ? ZoneId.of(prepared.settings().text("timezone"))
        : prepared.orchestration().zone();
  }

  /** The name under which the ledger keeps this destination, target and mode. */
  public String ledgerScope(Prepared prepared) {
    return prepared.destination().name()
        + "\n"
        + route.target()
        + "\n"
        + prepared.settings().mode();
  }

  /** The query with its window. */
  SourceQuery query(Prepared prepared) {
    return query(prepared, route.windowDays());
  }

  /** The query, looking back so many days. */
  SourceQuery query(Prepared prepared, int days) {
    ZoneId zone = zone(prepared);
    LocalDate today = LocalDate.ofInstant(prepared.query().now(), zone);
    // Tables hold local times and queries run in UTC: the literal is the local day's start as
    // written.
    Instant start = today.minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
    return prepared.query().lookingBack(start, days);
  }
}
