package dev.footfall.destinations.klaviyo;

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

/**
 * The way of one run to one Klaviyo account.
 *
 * <p>Profiles set values, and Klaviyo records an event id once: both may be repeated.
 */
final class KlaviyoRoute implements Route {
  /** The fact under which the id of the list is known. */
  static final String LIST_ID = "list_id";

  /** What a query need look back where no age limit is set: a year. */
  private static final int USUAL_DAYS = 365;

  private final DestinationSpec spec;
  private final KlaviyoSettings settings;
  private final RouteContext context;

  KlaviyoRoute(DestinationSpec spec, KlaviyoSettings settings, RouteContext context) {
    this.spec = spec;
    this.settings = settings;
    this.context = context;
  }

  /** A change of list is another target, so that the people go to the new one too. */
  @Override
  public String target() {
    return settings.listName().map(name -> "list " + name).orElse("account");
  }

  @Override
  public int windowDays() {
    return settings.events().mostDays().orElse(USUAL_DAYS);
  }

  @Override
  public EventMapper mapper() {
    return settings.isProfiles()
        ? new ProfileMapper(spec, settings, context)
        : new EventsMapper(spec, settings, context);
  }

  @Override
  public Delivery delivery() {
    return KlaviyoDelivery.of(settings, list());
  }

  /** The list's id; its name before it was looked up, as in previews. */
  private Optional<String> list() {
    return settings.listName().map(name -> context.facts().getOrDefault(LIST_ID, name));
  }

  @Override
  public Optional<Exchange> lookup(CredentialValues credential) {
    return settings.listName().map(name -> ListLookup.orCreate(settings.api(), credential, name));
  }

  @Override
  public boolean resendsChanged() {
    return settings.isProfiles();
  }

  @Override
  public boolean mayRepeat(Event event, Instant claimedAt) {
    return true;
  }

  @Override
  public boolean usesLedger() {
    return settings.isProfiles() || settings.events().skipsSent();
  }
}
