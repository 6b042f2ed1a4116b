package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;

/** Snapchat's offline events: files to upload, and the Conversions API v3. */
public final class Snapchat implements Destination {
  private final DestinationSpec spec = SnapchatSpec.spec().withFilePlaces();

  /** Ready to use. */
  public Snapchat() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  @Override
  public Route route(RouteContext context) {
    SnapchatSettings settings =
        SnapchatSettings.of(context.settings(), context.binding().vocabulary());
    return new SnapchatRoute(spec, settings, context);
  }
}
