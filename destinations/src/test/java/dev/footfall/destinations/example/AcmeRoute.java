package dev.footfall.destinations.example;

import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.EventMapper;

/** One run's way to one account. */
record AcmeRoute(DestinationSpec spec, AcmeSettings settings, RouteContext context)
    implements Route {
  @Override
  public String target() {
    return settings.accountId();
  }

  @Override
  public int windowDays() {
    return AcmeSpec.WINDOW_DAYS;
  }

  @Override
  public EventMapper mapper() {
    return new AcmeMapper(spec, context);
  }

  @Override
  public Delivery delivery() {
    return new AcmeDelivery(settings);
  }
}
