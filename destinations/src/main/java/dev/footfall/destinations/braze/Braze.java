package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingValues;

/** Braze's users: what they last did offline as attributes, or each purchase. */
public final class Braze implements Destination {
  private final DestinationSpec spec = BrazeSpec.whole();

  /** Ready to use. */
  public Braze() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  @Override
  public DestinationSpec spec(SettingValues settings) {
    return BrazeSpec.under(settings);
  }

  @Override
  public Route route(RouteContext context) {
    return new BrazeRoute(spec, BrazeSettings.of(context.settings()), context);
  }
}
