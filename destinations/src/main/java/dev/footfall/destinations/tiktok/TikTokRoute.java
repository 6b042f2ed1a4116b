package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import java.time.Duration;
import java.time.Instant;

/** The way of one run to one ad account, or into files. */
final class TikTokRoute implements Route {
  /** How long TikTok is said to remember an event id. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private final TikTokSettings settings;
  private final TikTokParts parts;

  TikTokRoute(DestinationSpec spec, TikTokSettings settings, RouteContext context) {
    this.settings = settings;
    this.parts = new TikTokParts(spec, settings, context);
    parts.eventTypeCell(parts.eventTypes()); // a fixed event that cannot be sent is a fault now
  }

  /** The ad account; event sets are told apart in the ledger's keys, because rows may name them. */
  @Override
  public String target() {
    return settings.isFile() ? TikTokSettings.CSV_FILE : settings.target().advertiserId();
  }

  @Override
  public int windowDays() {
    return settings.window().days();
  }

  @Override
  public EventMapper mapper() {
    return new TikTokMapper(parts);
  }

  @Override
  public Delivery delivery() {
    return settings.isFile()
        ? new TikTokFile(settings.file(), parts.context().runId())
        : new TikTokDelivery(settings);
  }

  @Override
  public boolean isTest() {
    return !settings.isFile() && settings.request().testEventCode().isPresent();
  }

  @Override
  public boolean usesLedger() {
    return settings.isFile() ? settings.file().skipExported() : !isTest();
  }

  @Override
  public boolean mayRepeat(Event event, Instant claimedAt) {
    return !settings.isFile() && parts.now().isBefore(claimedAt.plus(REMEMBERED));
  }
}
