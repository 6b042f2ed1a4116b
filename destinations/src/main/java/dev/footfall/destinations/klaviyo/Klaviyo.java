package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingValues;

/** Klaviyo: offline facts as properties of profiles, or as events. */
public final class Klaviyo implements Destination {
  private final DestinationSpec spec = KlaviyoSpec.spec();

  /** Ready to use. */
  public Klaviyo() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  @Override
  public DestinationSpec spec(SettingValues settings) {
    return KlaviyoColumns.narrowed(spec, settings);
  }

  @Override
  public Route route(RouteContext context) {
    return new KlaviyoRoute(spec, KlaviyoSettings.of(context.settings()), context);
  }
}
