package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import java.time.Instant;

/**
 * The way of one run to one instance. Attributes may always be sent again; purchases never, because
 * Braze adds them up.
 */
final class BrazeRoute implements Route {
  private static final int RECOMMENDED_DAYS = 7;

  private final DestinationSpec spec;
  private final BrazeSettings settings;
  private final RouteContext context;

  BrazeRoute(DestinationSpec spec, BrazeSettings settings, RouteContext context) {
    this.spec = spec;
    this.settings = settings;
    this.context = context;
  }

  @Override
  public String target() {
    return settings.target().baseUrl() + "/" + settings.people().identifier().key();
  }

  /** Braze has no window; a week is what a query for purchases should look back. */
  @Override
  public int windowDays() {
    return RECOMMENDED_DAYS;
  }

  @Override
  public EventMapper mapper() {
    return settings.isPurchases()
        ? new PurchaseMapper(settings, context)
        : new AttributeMapper(spec, settings, context);
  }

  @Override
  public Delivery delivery() {
    return new BrazeDelivery(settings, context.now());
  }

  @Override
  public boolean mayRepeat(Event event, Instant claimedAt) {
    return !settings.isPurchases();
  }

  @Override
  public boolean usesLedger() {
    return !settings.isPurchases() || settings.purchases().skipsSent();
  }
}
