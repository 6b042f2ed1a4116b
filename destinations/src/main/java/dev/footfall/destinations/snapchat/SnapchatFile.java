package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.file.FileName;
import dev.footfall.core.file.FileRules;
import dev.footfall.core.file.Packing;
import dev.footfall.core.file.SeparatedCells;
import dev.footfall.core.source.Text;
import java.util.List;

/** Events as lines of files that a person uploads in Events Manager. */
final class SnapchatFile implements FileDelivery {
  private final FileRules rules;
  private final FileName names;
  private final byte[] header;

  SnapchatFile(FileRules rules, FileName names, List<FileColumns.Placed> columns) {
    this.rules = rules;
    this.names = names;
    SeparatedCells line = new SeparatedCells(rules.style());
    columns.forEach(column -> line.text(Text.of(column.header())));
    this.header = rules.hasHeader() ? line.endLine().toBytes() : new byte[0];
  }

  @Override
  public Limits limits() {
    return rules.split().within(SnapchatSpec.WHOLE_FILE);
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
  public String fileName(String partition, int part) {
    return names.of(part) + rules.packing().extension();
  }
}
