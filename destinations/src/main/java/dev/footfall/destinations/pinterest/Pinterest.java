package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;

/** Pinterest's Conversions API and upload files for offline checkouts. */
public final class Pinterest implements Destination {
  private final DestinationSpec spec = PinterestSpec.spec().withFilePlaces();

  /** Ready to use. */
  public Pinterest() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  @Override
  public Route route(RouteContext context) {
    return new PinterestRoute(spec, PinterestSettings.of(context.settings()), context);
  }
}
