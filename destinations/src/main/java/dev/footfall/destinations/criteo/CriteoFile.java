package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.file.CsvLine;
import dev.footfall.core.file.FileRules;
import dev.footfall.core.source.Text;

/** Lines of sales as files. */
final class CriteoFile implements FileDelivery {
  private final CriteoSettings.File settings;
  private final byte[] header;

  CriteoFile(CriteoSettings settings, RouteContext context) {
    this.settings = settings.file();
    CsvLine line = new CsvLine(settings.file().dialect());
    if (settings.file().hasHeader()) {
      settings
          .layout()
          .cells()
          .forEach(cell -> line.text(new ByteBuilder(32).add(Text.utf8(cell.header()))));
      line.end();
    }
    this.header = line.toBytes();
  }

  @Override
  public Limits limits() {
    return CriteoSpec.LIMITS.withEvents(settings.mostRows()).withBytes(settings.mostBytes());
  }

  @Override
  public byte[] header() {
    return header.clone();
  }

  @Override
  public boolean isSorted() {
    return true;
  }

  @Override
  public FileRules.Ending ending() {
    return new FileRules.Ending(false, settings.writesEmpty());
  }

  @Override
  public String fileName(String partition, int part) {
    return settings.name().of(part);
  }
}
