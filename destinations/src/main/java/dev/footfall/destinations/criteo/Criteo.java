package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;

/** Criteo's offline sales: files of lines, one a product. */
public final class Criteo implements Destination {
  private final DestinationSpec spec = CriteoSpec.spec().withFilePlaces();

  /** Ready to use. */
  public Criteo() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  @Override
  public Route route(RouteContext context) {
    return new CriteoRoute(CriteoSettings.of(context), context);
  }
}
