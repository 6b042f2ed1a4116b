package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.file.TableFile;
import java.util.List;

/** The way of one run into Criteo's files. */
record CriteoRoute(CriteoSettings settings, RouteContext context) implements Route {
  private static final String TARGET = "offline_sales";

  @Override
  public String target() {
    return TARGET;
  }

  @Override
  public int windowDays() {
    return settings.window().days();
  }

  /** Any delivered line ends the longer look-back of the first run. */
  @Override
  public boolean endsFirstSend(Event event) {
    return true;
  }

  @Override
  public EventMapper mapper() {
    return new CriteoMapper(settings, context);
  }

  @Override
  public Delivery delivery() {
    List<String> headers = settings.layout().cells().stream().map(Layout.Cell::header).toList();
    return TableFile.of(settings.file(), context, CriteoSpec.LIMITS, headers).sorted();
  }

  @Override
  public boolean usesLedger() {
    return settings.isDelta();
  }
}
