package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import java.time.Duration;
import java.time.Instant;

/** The way of one run to one dataset. */
final class MetaRoute implements Route {
  /** How long Meta promises to drop repetitions of an offline event. */
  private static final Duration OFFLINE_DUPLICATES = Duration.ofDays(7);

  private final DestinationSpec spec;
  private final MetaSettings settings;
  private final RouteContext context;
  private final MetaWindow window;

  MetaRoute(DestinationSpec spec, MetaSettings settings, RouteContext context) {
    this.spec = spec;
    this.settings = settings;
    this.context = context;
    this.window =
        new MetaWindow(
            context.now(),
            MetaSettings.zone(context.settings(), context.zone()),
            context.firstSend() && settings.rules().firstLoad());
  }

  @Override
  public String target() {
    return settings.target().datasetId();
  }

  @Override
  public int windowDays() {
    return window.days(settings.defaults().actionSource());
  }

  @Override
  public boolean endsFirstSend(Event event) {
    return isFromStore(event);
  }

  @Override
  public EventMapper mapper() {
    return new MetaMapper(spec, settings, context, window);
  }

  @Override
  public Delivery delivery() {
    return new MetaDelivery(settings);
  }

  @Override
  public boolean isTest() {
    return settings.tags().testEventCode().isPresent();
  }

  @Override
  public boolean mayRepeat(Event event, Instant claimedAt) {
    return mayRepeatFreely(event) && context.now().isBefore(claimedAt.plus(OFFLINE_DUPLICATES));
  }

  /** Whether Meta drops a repetition: an event from a store, known by its order id. */
  static boolean mayRepeatFreely(Event event) {
    return isFromStore(event) && !event.rows().orderId().isEmpty();
  }

  private static boolean isFromStore(Event event) {
    return event.partition().equals(ActionSource.PHYSICAL_STORE.word());
  }
}
