package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.EventMapper;

/**
 * The way of one run to one ad account, or into files.
 *
 * <p>Pinterest removes no duplicates of offline events, so nothing is ever sent again by itself.
 */
final class PinterestRoute implements Route {
  private final DestinationSpec spec;
  private final PinterestSettings settings;
  private final RouteContext context;

  PinterestRoute(DestinationSpec spec, PinterestSettings settings, RouteContext context) {
    this.spec = spec;
    this.settings = settings;
    this.context = context;
  }

  @Override
  public String target() {
    return settings.isFile() ? PinterestSpec.CSV_FILE : settings.api().adAccountId();
  }

  @Override
  public int windowDays() {
    return settings.window().days();
  }

  @Override
  public EventMapper mapper() {
    return new PinterestMapper(spec, settings, context);
  }

  @Override
  public Delivery delivery() {
    return settings.isFile()
        ? new PinterestFile(settings.file(), context.runId())
        : new PinterestDelivery(settings, context.now());
  }

  @Override
  public boolean isTest() {
    return !settings.isFile() && settings.api().isTest();
  }

  @Override
  public boolean usesLedger() {
    return settings.isFile() ? settings.file().skipsExported() : !isTest();
  }
}
