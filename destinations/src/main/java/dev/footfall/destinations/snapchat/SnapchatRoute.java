package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.file.TableFile;
import java.util.List;

/** The way of one run to one pixel, or into files. */
final class SnapchatRoute implements Route {
  private final DestinationSpec spec;
  private final SnapchatSettings settings;
  private final RouteContext context;
  private final List<FileColumns.Placed> columns;
  private final EventLine.Counts counts = new EventLine.Counts(new LineCounts(), new LineCounts());

  SnapchatRoute(DestinationSpec spec, SnapchatSettings settings, RouteContext context) {
    this.spec = spec;
    this.settings = settings;
    this.context = context;
    this.columns = FileColumns.of(context.binding(), spec, settings);
  }

  @Override
  public String target() {
    return settings.isByRow() ? "lines" : settings.api().pixelId();
  }

  @Override
  public int windowDays() {
    return settings.window().days();
  }

  @Override
  public EventMapper mapper() {
    SnapchatOrder order = new SnapchatOrder(spec, settings, context);
    EventFormat format =
        settings.isFile()
            ? new EventLine(context.binding(), columns, order, settings, counts)
            : new EventJson(context.binding(), spec, order, settings.api());
    return new SnapchatMapper(
        context.binding(), settings, context.now().getEpochSecond(), order, format);
  }

  @Override
  public Delivery delivery() {
    return settings.isFile()
        ? TableFile.of(settings.file().rules(), context, SnapchatSpec.WHOLE_FILE, headers())
        : new SnapchatDelivery(settings.api(), context.now());
  }

  private List<String> headers() {
    return columns.stream().map(FileColumns.Placed::header).toList();
  }

  @Override
  public boolean isTest() {
    return !settings.isFile()
        && (settings.api().validates() || settings.api().testEventCode().isPresent());
  }

  @Override
  public boolean usesLedger() {
    return settings.isFile() ? settings.file().skipsExported() : !isTest();
  }
}
