package dev.footfall.destinations.google;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;

/** Orders for Google Ads: by the Data Manager API, the Google Ads API, or store sales files. */
public final class Google implements Destination {
  private final DestinationSpec spec = GoogleSpec.spec().withFilePlaces();

  /** Ready to use. */
  public Google() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  @Override
  public Route route(RouteContext context) {
    return new GoogleRoute(spec, GoogleSettings.of(context.settings(), context.facts()), context);
  }
}
