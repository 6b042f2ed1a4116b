package dev.footfall.destinations.example;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;

/** Acme Ads, an invented platform. */
public final class Acme implements Destination {
  private final DestinationSpec spec = AcmeSpec.spec();

  /** Ready to use. */
  public Acme() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  @Override
  public Route route(RouteContext context) {
    return new AcmeRoute(spec, AcmeSettings.of(context.settings()), context);
  }
}
