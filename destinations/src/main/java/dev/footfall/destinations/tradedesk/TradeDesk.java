package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingValues;

/** The Trade Desk's offline conversions. */
public final class TradeDesk implements Destination {
  private final DestinationSpec spec = TradeDeskSpec.spec();

  /** Ready to use. */
  public TradeDesk() {}

  @Override
  public DestinationSpec spec() {
    return spec;
  }

  /** Where e-mails and phones are left out, a query must know people by something else. */
  @Override
  public DestinationSpec spec(SettingValues settings) {
    return settings.text("identity_scope").equals("NONE")
        ? spec.ruled(TradeDeskSpec.rulesWithoutMapping())
        : spec;
  }

  @Override
  public Route route(RouteContext context) {
    return new TradeDeskRoute(spec, TradeDeskSettings.of(context.settings()), context);
  }
}
