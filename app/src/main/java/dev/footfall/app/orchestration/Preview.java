package dev.footfall.app.orchestration;

import dev.footfall.app.fault.UserFault;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.delivery.Batcher;
import dev.footfall.core.delivery.Pending;
import dev.footfall.core.delivery.SortingPost;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.ForgetfulRun;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.Rehearsal;
import dev.footfall.core.run.RunScope;
import dev.footfall.core.source.Rows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exact requests and files that rows would become; sends nothing, needs neither credentials nor
 * ledger.
 *
 * @param requests in sending order
 * @param books of the rows
 * @param notes about the columns, one line each
 */
public record Preview(List<Sheet> requests, Books.Sums books, List<String> notes) {
  private static final String RUN = "preview";

  /** Copies the lists. */
  public Preview {
    requests = List.copyOf(requests);
    notes = List.copyOf(notes);
  }

  /**
   * What is previewed.
   *
   * @param zone of times without one, as an orchestration would say it
   */
  public record Order(
      Destination destination,
      SettingValues settings,
      Vocabulary vocabulary,
      Instant now,
      ZoneId zone) {}

  /**
   * Previews rows.
   *
   * @throws UserFault when the columns do not fit
   */
  public static Preview of(Order order, Rows rows, FateListener fates) {
    return of(order, rows, fates, (spec, binding, route) -> route);
  }

  /** As the other one, on a route that also counts, or does what else its maker likes. */
  public static Preview of(Order order, Rows rows, FateListener fates, RouteMaker maker) {
    DestinationSpec spec = order.destination().spec(order.settings());
    Binding binding = Binding.of(spec, order.vocabulary(), rows.header(), order.settings());
    Fitness.require(binding);
    Route route = maker.make(spec, binding, order.destination().route(context(order, binding)));
    Books books = new Books();
    RunScope scope =
        new RunScope(route, binding, new ForgetfulRun(), KeyDigest.unkeyed(), 0, books, fates);
    List<Pending> events = Rehearsal.events(scope, rows);
    List<String> notes =
        binding.problems().stream().map(p -> p.code() + ": " + p.message()).toList();
    return new Preview(sheets(order, route.delivery(), events), books.sums(), notes);
  }

  /** Makes the route that is previewed of the destination's own. */
  public interface RouteMaker {
    /** The route to use for columns bound to a specification. */
    Route make(DestinationSpec spec, Binding binding, Route route);
  }

  private static RouteContext context(Order order, Binding binding) {
    ZoneId zone = order.settings().find("timezone").map(ZoneId::of).orElse(order.zone());
    boolean firstSend = order.settings().find("initial_load").filter("force"::equals).isPresent();
    return new RouteContext(order.settings(), binding, order.now(), zone, firstSend, RUN);
  }

  private static List<Sheet> sheets(Order order, Delivery delivery, List<Pending> events) {
    String type = order.destination().spec().type();
    String mode = order.settings().mode();
    if (delivery instanceof FileDelivery files) {
      return files(new Sheet.Origin(type, mode), files, events);
    }
    return requests(
        new Sheet.Origin(type, mode),
        ((HttpDelivery) delivery).forRunOf(events.size()).shown(),
        events);
  }

  private static List<Sheet> requests(
      Sheet.Origin origin, HttpDelivery delivery, List<Pending> events) {
    List<Sheet> sheets = new ArrayList<>();
    Batcher batcher =
        new Batcher(
            delivery.limits(),
            delivery.overhead(),
            batch -> {
              List<Event> sent = batch.stream().map(Pending::event).toList();
              sheets.add(
                  new Sheet.Http(
                      origin,
                      delivery.request(sent, CredentialValues.none()),
                      sent.size(),
                      rowsOf(sent)));
            });
    List<Pending> ordered = new ArrayList<>(events);
    delivery
        .resolution()
        .map(r -> new PreviewLookup(origin, r))
        .ifPresent(l -> l.ask(ordered, sheets));
    Optional<Comparator<Event>> wanted = delivery.order();
    wanted.ifPresent(o -> ordered.sort(Comparator.comparing(Pending::event, o)));
    ordered.forEach(batcher::add);
    batcher.finish();
    return sheets;
  }

  private static List<Sheet> files(
      Sheet.Origin origin, FileDelivery delivery, List<Pending> events) {
    Map<String, PreviewFile> open = new LinkedHashMap<>();
    List<Sheet> sheets = new ArrayList<>();
    List<Pending> ordered = new ArrayList<>(events);
    if (delivery.isSorted()) {
      ordered.sort(Comparator.comparing(Pending::event, SortingPost.ORDER));
    }
    for (Pending pending : ordered) {
      String partition = pending.event().partition();
      PreviewFile file = open.computeIfAbsent(partition, p -> new PreviewFile(delivery, p));
      file.add(pending.event()).map(f -> f.sheet(origin)).ifPresent(sheets::add);
    }
    open.values().forEach(file -> sheets.add(file.finish().sheet(origin)));
    return sheets;
  }

  static int rowsOf(List<Event> events) {
    return events.stream().mapToInt(e -> e.rows().count()).sum();
  }
}
