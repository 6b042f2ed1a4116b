package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Options;
import dev.footfall.sources.presto.Position;
import dev.footfall.sources.presto.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one translation gathers on its way. */
final class Session {

  private final Options options;
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Position> divisions = new ArrayList<>();
  private final Set<String> tables = new LinkedHashSet<>();
  private int names;

  Session(Options options) {
    this.options = options;
  }

  Options options() {
    return options;
  }

  String zone() {
    return options.zone().getId().equals("Z") ? "UTC" : options.zone().getId();
  }

  /** A name that nothing else in the emitted SQL has. */
  String fresh(String prefix) {
    names++;
    return prefix + names;
  }

  void warn(Warning.Code code, Position position, String message) {
    warnings.add(new Warning(code, position, message));
  }

  void division(Position position) {
    divisions.add(position);
  }

  void table(List<String> name) {
    tables.add(String.join(".", name));
  }

  List<Warning> warnings() {
    return warnings.stream().distinct().sorted(Comparator.comparing(Warning::position)).toList();
  }

  List<Position> divisions() {
    return divisions.stream().distinct().toList();
  }

  Set<String> tables() {
    return tables;
  }
}
