package dev.footfall.destinations.google;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import java.time.Instant;
import java.util.Optional;

/** The way of one run to one conversion action, or into files. */
final class GoogleRoute implements Route {
  private final DestinationSpec spec;
  private final GoogleSettings settings;
  private final RouteContext context;

  GoogleRoute(DestinationSpec spec, GoogleSettings settings, RouteContext context) {
    this.spec = spec;
    this.settings = settings;
    this.context = context;
  }

  @Override
  public String target() {
    GoogleSettings.Target target = settings.target();
    return settings.isFile() ? target.action() : target.customerId() + "/" + target.action();
  }

  @Override
  public int windowDays() {
    boolean hasClicks = ClickIds.COLUMNS.stream().anyMatch(context.binding()::has);
    return hasClicks && !settings.isFile() ? GoogleWindow.CLICK_DAYS : GoogleWindow.IDENTITY_DAYS;
  }

  @Override
  public EventMapper mapper() {
    boolean isHashed = !settings.isFile() || context.settings().flag("hash_csv");
    return new GoogleMapper(spec, settings, context, isHashed);
  }

  @Override
  public Delivery delivery() {
    if (settings.isFile()) {
      return new StoreSalesFile(context.settings(), context.now());
    }
    ConversionAction action = new ConversionAction(settings, isMatchedByClicksAlone());
    return settings.isAds()
        ? new AdsDelivery(settings, action, context.now())
        : new DataManagerDelivery(settings, action, context.now());
  }

  /** Whether the query returns click ids, so that enhanced conversions may be off. */
  private boolean isMatchedByClicksAlone() {
    return ClickIds.COLUMNS.stream().anyMatch(context.binding()::has);
  }

  @Override
  public Optional<Exchange> lookup(CredentialValues credential) {
    return settings.isFile() || settings.target().actionId().isPresent()
        ? Optional.empty()
        : Optional.of(new ConversionAction(settings, isMatchedByClicksAlone()).found(credential));
  }

  @Override
  public boolean isTest() {
    return !settings.isFile() && settings.request().validateOnly();
  }

  /** Google takes each order id once for a conversion action. */
  @Override
  public boolean mayRepeat(Event event, Instant claimedAt) {
    return !settings.isFile();
  }
}
