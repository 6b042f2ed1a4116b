package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.file.FileName;
import dev.footfall.core.file.FileRules;
import dev.footfall.core.file.Packing;
import dev.footfall.core.file.SeparatedCells;
import dev.footfall.core.source.Text;

/** Lines of sales as files. */
final class CriteoFile implements FileDelivery {
  private final FileRules rules;
  private final FileName names;
  private final byte[] header;

  CriteoFile(CriteoSettings settings, RouteContext context) {
    this.rules = settings.file();
    this.names = rules.names(context);
    SeparatedCells line = new SeparatedCells(rules.style());
    settings.layout().cells().forEach(cell -> line.text(Text.utf8(cell.header())));
    this.header = rules.hasHeader() ? line.endLine().toBytes() : new byte[0];
  }

  @Override
  public Limits limits() {
    return rules.split().within(CriteoSpec.LIMITS);
  }

  @Override
  public Packing packing() {
    return rules.packing();
  }

  @Override
  public FileRules.Ending ending() {
    return rules.ending();
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
  public String fileName(String partition, int part) {
    return names.of(part) + rules.packing().extension();
  }
}
