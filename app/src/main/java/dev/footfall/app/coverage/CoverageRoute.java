package dev.footfall.app.coverage;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.Route;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import java.time.Instant;
import java.util.Optional;

/**
 * A route whose mapper counts what its events carry.
 *
 * @param route the destination's own
 * @param mapper hands out this one instead of the route's; for one thread
 */
record CoverageRoute(Route route, EventMapper mapper) implements Route {
  @Override
  public String target() {
    return route.target();
  }

  @Override
  public int windowDays() {
    return route.windowDays();
  }

  @Override
  public boolean endsFirstSend(Event event) {
    return route.endsFirstSend(event);
  }

  @Override
  public Delivery delivery() {
    return route.delivery();
  }

  @Override
  public Optional<Exchange> lookup(CredentialValues credential) {
    return route.lookup(credential);
  }

  @Override
  public boolean resendsChanged() {
    return route.resendsChanged();
  }

  @Override
  public boolean isTest() {
    return route.isTest();
  }

  @Override
  public boolean mayRepeat(Event event, Instant claimedAt) {
    return route.mayRepeat(event, claimedAt);
  }

  @Override
  public boolean usesLedger() {
    return route.usesLedger();
  }
}
