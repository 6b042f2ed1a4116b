package dev.footfall.app.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in one file, so that a person hears of everything at once. */
final class Faults {
  private final String file;
  private final List<ConfigFault> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void add(Place place, String message) {
    ConfigFault fault = new ConfigFault(file, place, message);
    if (!found.contains(fault)) {
      found.add(fault);
    }
  }

  /** All of them by line. */
  List<ConfigFault> sorted() {
    return found.stream().sorted(Comparator.comparing(ConfigFault::place)).toList();
  }
}
