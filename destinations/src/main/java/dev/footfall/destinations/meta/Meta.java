package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;

/** Meta's Conversions API for offline events. */
public final class Meta implements Destination {
  private final DestinationSpec spec = MetaSpec.spec();

  /** Ready to use. */
  public Meta() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  @Override
  public Route route(RouteContext context) {
    return new MetaRoute(spec, MetaSettings.of(context.settings()), context);
  }
}
