package dev.footfall.app.orchestration;

import dev.footfall.core.destination.RemappedRoute;
import dev.footfall.core.destination.Route;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.person.HoldingMapper;
import dev.footfall.core.person.Persons;
import dev.footfall.core.person.Traits;
import dev.footfall.store.Store;
import java.time.LocalDate;
import java.util.Set;

/**
 * Keeps those who were forgotten out of a run. Where nobody was, the run is left as it is.
 *
 * @param store of the project
 * @param held digests of those who were forgotten
 */
record HeldBack(Store store, Set<LedgerKey> held) {
  private static final String DIGEST = "forgotten";

  /** Those who are held back now; asked when the ledger is held, for which 'forget' waits. */
  static HeldBack now(Store store) {
    return new HeldBack(store, store.held());
  }

  static Traits traits(Store store) {
    return new Traits(store.keys().digest(DIGEST));
  }

  static Persons persons(Store store, Set<LedgerKey> sought, Prepared prepared) {
    return new Persons(
        traits(store),
        sought,
        prepared.destination().destination().spec(prepared.settings()),
        prepared.binding(),
        prepared.settings().phoneRegion(),
        LocalDate.ofInstant(prepared.now(), Routing.zone(prepared)));
  }

  /** The route, on which they are rejected. */
  Route over(Route route, Prepared prepared) {
    return held.isEmpty()
        ? route
        : new RemappedRoute(
            route, mapper -> new HoldingMapper(mapper, persons(store, held, prepared)));
  }
}
