package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.EventMapper;

/**
 * The way of one run to one data provider of an advertiser. What was lost in one run is never sent
 * again by a later one.
 */
final class TradeDeskRoute implements Route {
  private final DestinationSpec spec;
  private final TradeDeskSettings settings;
  private final RouteContext context;

  TradeDeskRoute(DestinationSpec spec, TradeDeskSettings settings, RouteContext context) {
    this.spec = spec;
    this.settings = settings;
    this.context = context;
  }

  @Override
  public String target() {
    return settings.target().advertiserId() + "/" + settings.target().providerId();
  }

  @Override
  public int windowDays() {
    return settings.window().days();
  }

  @Override
  public EventMapper mapper() {
    return new TradeDeskMapper(
        spec, settings, context, settings.pace().bytes() - delivery().overhead());
  }

  @Override
  public TradeDeskDelivery delivery() {
    return new TradeDeskDelivery(settings, context.runId(), context.now());
  }
}
