package dev.footfall.app.cli;

import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What a column may be called by a person at the command line. */
final class ColumnWords {
  private ColumnWords() {}

  /** All its names in both vocabularies, in lower case. */
  static Set<String> namesOf(DestinationSpec spec, ColumnSpec column) {
    Set<String> names = new LinkedHashSet<>();
    names.add(column.name().toLowerCase(Locale.ROOT));
    column.names().aliases().forEach(alias -> names.add(alias.toLowerCase(Locale.ROOT)));
    column.names().canonical().ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT)));
    names.add((spec.columnPrefix() + column.name()).toLowerCase(Locale.ROOT));
    return names;
  }
}
