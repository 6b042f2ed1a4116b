package dev.footfall.core.file;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.source.Text;
import java.util.List;
import java.util.Optional;

/** Files of cells that follow an operator's {@link FileRules} in all that is not in the lines. */
public final class TableFile implements FileDelivery {
  private static final byte[] NOTHING = {};

  private final FileRules rules;
  private final FileName names;
  private final Limits limits;
  private final byte[] header;
  private final boolean isSorted;
  private final Optional<LineNumbers> numbers;

  private TableFile(
      FileRules rules, FileName names, Limits limits, byte[] header, boolean isSorted) {
    this.rules = rules;
    this.names = names;
    this.limits = limits;
    this.header = header;
    this.isSorted = isSorted;
    this.numbers = rules.numbers().map(name -> new LineNumbers(rules.style()));
  }

  /**
   * The files of one run.
   *
   * @param platform its limits; the operator's are taken where they are narrower
   * @param columns their names, in order
   */
  public static TableFile of(
      FileRules rules, RouteContext context, Limits platform, List<String> columns) {
    SeparatedCells line = new SeparatedCells(rules.style());
    rules.numbers().ifPresent(name -> line.text(Text.utf8(free(name, columns))));
    columns.forEach(column -> line.text(Text.utf8(column)));
    byte[] header = rules.hasHeader() ? line.endLine().toBytes() : new byte[0];
    Limits limits = rules.split().within(platform);
    return new TableFile(rules, rules.names(context), limits, header, false);
  }

  private static String free(String name, List<String> columns) {
    if (columns.stream().anyMatch(column -> column.strip().equalsIgnoreCase(name))) {
      throw new SettingFault(
          FileRules.NUMBERS,
          "setting '"
              + FileRules.NUMBERS
              + "' must not be '"
              + name
              + "', which is a column of the file already");
    }
    return name;
  }

  /** The same files with their lines in order, as {@link #isSorted} has it. */
  public TableFile sorted() {
    return new TableFile(rules, names, limits, header, true);
  }

  @Override
  public Limits limits() {
    return limits;
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
  public byte[] before(long line) {
    return numbers.map(column -> column.before(line)).orElse(NOTHING);
  }

  @Override
  public boolean isSorted() {
    return isSorted;
  }

  @Override
  public String fileName(String partition, int part) {
    return names.of(part) + rules.packing().extension();
  }
}
