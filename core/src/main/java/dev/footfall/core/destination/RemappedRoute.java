package dev.footfall.core.destination;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A route whose mappers do something besides.
 *
 * @param route the destination's own
 * @param around what is put around each of its mappers
 */
public record RemappedRoute(Route route, UnaryOperator<EventMapper> around) implements Route {
  @Override
  public EventMapper mapper() {
    return around.apply(route.mapper());
  }

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
