package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;

/** The Trade Desk's offline conversions. */
public final class TradeDesk implements Destination {
  private final DestinationSpec spec = TradeDeskSpec.spec();

  /** Ready to use. */
  public TradeDesk() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  @Override
  public Route route(RouteContext context) {
    return new TradeDeskRoute(spec, TradeDeskSettings.of(context.settings()), context);
  }
}
