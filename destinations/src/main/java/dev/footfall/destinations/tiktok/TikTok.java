package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;

/** TikTok's Events API for offline events, and its upload file. */
public final class TikTok implements Destination {
  private final DestinationSpec spec = TikTokSpec.spec().withFilePlaces();

  /** Ready to use. */
  public TikTok() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  @Override
  public Route route(RouteContext context) {
    return new TikTokRoute(spec, TikTokSettings.of(context.settings()), context);
  }
}
