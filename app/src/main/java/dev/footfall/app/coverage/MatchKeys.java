package dev.footfall.app.coverage;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.CanonicalColumns;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Need;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which columns of a destination are worth counting: those that tell who bought, and those that the
 * destination recommends. Read from its specification.
 */
final class MatchKeys {
  private final DestinationSpec spec;
  private final Set<String> identifying;
  private final Set<String> hashedObjects;

  MatchKeys(DestinationSpec spec) {
    this.spec = spec;
    this.identifying = identifying(spec);
    this.hashedObjects =
        spec.columns().stream()
            .filter(column -> column.rule().hashed() && column.target().contains("."))
            .map(column -> parent(column.target()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Those that are a person's by nature, and their alternatives where one of several is enough. */
  private static Set<String> identifying(DestinationSpec spec) {
    Set<String> names = new HashSet<>();
    spec.columns().stream()
        .filter(MatchKeys::isPersonal)
        .forEach(column -> names.add(column.name()));
    for (ColumnRule rule : spec.rules()) {
      List<String> alternatives = rule.anyOf().stream().flatMap(List::stream).toList();
      if (alternatives.stream().anyMatch(names::contains)) {
        names.addAll(alternatives);
      }
    }
    return names;
  }

  private static boolean isPersonal(ColumnSpec column) {
    return column.rule().hashed()
        || column.names().canonical().filter(CanonicalColumns.PERSONAL::contains).isPresent();
  }

  private static String parent(String target) {
    return target.substring(0, target.lastIndexOf('.') + 1);
  }

  /** Those that the query feeds, in the destination's order. */
  List<ColumnSpec> fed(Binding binding) {
    return spec.columns().stream()
        .filter(column -> binding.has(column.name()))
        .filter(column -> isWanted(column) || hashedObjects.contains(parent(column.target())))
        .toList();
  }

  /** Those that the query could feed and does not. */
  List<ColumnSpec> absent(Binding binding) {
    return spec.columns().stream()
        .filter(column -> !binding.has(column.name()))
        .filter(this::isWanted)
        .toList();
  }

  /** Whether a column tells who bought. */
  boolean identifies(ColumnSpec column) {
    return identifying.contains(column.name());
  }

  private boolean isWanted(ColumnSpec column) {
    return column.need() != Need.REFUSED
        && (identifies(column) || column.need() == Need.RECOMMENDED);
  }
}
