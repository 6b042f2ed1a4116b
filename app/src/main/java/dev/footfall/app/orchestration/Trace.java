package dev.footfall.app.orchestration;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Route;
import dev.footfall.core.ledger.ForgetfulRun;
import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.Quarantined;
import dev.footfall.core.run.Quarantined.Place;
import dev.footfall.core.run.Rehearsal;
import dev.footfall.core.run.RowFate;
import dev.footfall.core.run.RunScope;
import dev.footfall.core.run.UnknownPolicy;
import dev.footfall.core.source.Rows;
import dev.footfall.sources.SourceQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One order's way through one orchestration: the rows that the query returns for it now, the events
 * that they make, and what the ledger knows of those.
 *
 * @param place orchestration and ledger scope
 * @param rows how many the query returns now
 * @param events what they make
 * @param rejected the rows and fields that were left behind
 */
public record Trace(Place place, long rows, List<Traced> events, List<FateListener.Line> rejected) {
  private static final String ORDER_ID = "order_id";

  /** Copies the lists. */
  public Trace {
    events = List.copyOf(events);
    rejected = List.copyOf(rejected);
  }

  /**
   * An event and what the ledger knows of it.
   *
   * @param id its id on the platform
   * @param entry the ledger's line, where there is one
   * @param isChanged whether it would read otherwise now than it did when it was sent
   * @param isRepeated whether its answer was lost and the next run sends it again
   */
  public record Traced(
      String id,
      KeyState state,
      Optional<LedgerEntry> entry,
      boolean isChanged,
      boolean isRepeated) {}

  /**
   * What earlier runs wrote down about an order that was not plainly accepted, the latest first.
   */
  public static List<OutcomeLine> outcomes(Orchestrations all, String orderId) {
    return all.store().outcomes().ofOrder(key(all, orderId));
  }

  /** The orchestration of an outcome's run; empty when the history has forgotten it. */
  public static String orchestration(Orchestrations all, OutcomeLine outcome) {
    return all.store()
        .runs()
        .numbered(outcome.runNumber())
        .map(run -> run.start().orchestration())
        .orElse("");
  }

  /** What of an order is in quarantine, at every destination. */
  public static List<Quarantined> quarantined(Orchestrations all, String orderId) {
    return all.store().quarantine().ofOrder(key(all, orderId));
  }

  private static LedgerKey key(Orchestrations all, String orderId) {
    return OutcomeKeeper.key(all.store().keys().digest(OutcomeKeeper.ORDER), orderId.strip());
  }

  /** Follows an order; empty when the orchestration's query has no order ids. */
  public static Optional<Trace> of(
      Orchestrations all, String orchestration, String orderId, Instant now) {
    try (Prepared prepared =
        new Preparation(all.project(), all.surroundings()).prepare(orchestration, now)) {
      Binding binding = prepared.binding();
      if (binding.canonicalIndex(ORDER_ID) < 0
          || binding.problems().stream().anyMatch(Binding.Problem::stops)) {
        return Optional.empty();
      }
      Routing routing = Routing.of(prepared, false, "trace");
      return Optional.of(follow(all, prepared, routing, orderId));
    }
  }

  private static Trace follow(
      Orchestrations all, Prepared prepared, Routing routing, String orderId) {
    List<FateListener.Line> rejected = new ArrayList<>();
    RunScope scope =
        new RunScope(
            HeldBack.now(all.store()).over(routing.route(), prepared),
            prepared.binding(),
            new ForgetfulRun(),
            all.store().keys().digest("event"),
            0,
            new Books(),
            rejected::add);
    SourceQuery query = routing.query(prepared);
    Binding binding = prepared.binding();
    String label = binding.header().get(binding.canonicalIndex(ORDER_ID)).name();
    try (Rows rows = prepared.session().rows(only(query, label, orderId))) {
      List<Pending> events = Rehearsal.events(scope, rows);
      String ledgerScope = routing.ledgerScope(prepared);
      if (scope.books().sums().rows().rejected().containsKey(Code.FORGOTTEN_PERSON.name())) {
        rejected.add(forgotten());
      }
      return new Trace(
          new Place(ledgerScope, prepared.orchestration().name()),
          scope.books().sums().rows().read(),
          events.stream().map(event -> traced(all, ledgerScope, routing.route(), event)).toList(),
          rejected);
    }
  }

  /** A run writes nothing down of it; whoever asks for the order hears why it does not go. */
  private static FateListener.Line forgotten() {
    return new FateListener.Line(
        1,
        "",
        Code.FORGOTTEN_PERSON,
        "",
        Code.FORGOTTEN_PERSON.meaning(),
        RowFate.REJECTED.label());
  }

  private static Traced traced(Orchestrations all, String scope, Route route, Pending pending) {
    Known known =
        pending.entries().stream()
            .flatMap(entry -> all.store().ledger().find(scope, entry.key()).stream())
            .findFirst()
            .orElse(Known.NEW);
    long print = pending.entries().isEmpty() ? 0 : pending.entries().get(0).payloadPrint();
    boolean isChanged = known.entry().filter(e -> e.payloadPrint() != print).isPresent();
    return new Traced(
        pending.event().id(),
        known.state(),
        known.entry(),
        isChanged,
        known.state() == KeyState.UNKNOWN && isRepeated(route, pending, known.entry()));
  }

  private static boolean isRepeated(Route route, Pending pending, Optional<LedgerEntry> before) {
    return before
        .filter(
            entry ->
                UnknownPolicy.repeating(route)
                        .decide(entry, pending.event(), isSameId(pending, entry))
                    == UnknownPolicy.Decision.SEND)
        .isPresent();
  }

  private static boolean isSameId(Pending pending, LedgerEntry before) {
    return pending.entries().stream().anyMatch(now -> now.idPrint() == before.idPrint());
  }

  /** The same query with the rows of one order only. */
  private static SourceQuery only(SourceQuery query, String label, String orderId) {
    String inner = query.sql().strip().replaceFirst(";\\s*$", "");
    String sql =
        "SELECT * FROM (\n"
            + inner
            + "\n) AS orders WHERE TRIM(CAST(\""
            + label.replace("\"", "\"\"")
            + "\" AS VARCHAR)) = '"
            + orderId.strip().replace("'", "''")
            + "'";
    return new SourceQuery(
        sql, query.dialect(), query.now(), query.zone(), query.window(), query.limit());
  }
}
