package dev.footfall.app.config;

import java.util.List;

/** The project file cannot be used; holds everything that is wrong in it. */
public final class InvalidProject extends RuntimeException {
  private final transient List<ConfigFault> faults;

  InvalidProject(List<ConfigFault> faults) {
    super(faults.get(0).line());
    this.faults = List.copyOf(faults);
  }

  /** All that is wrong, by line. */
  public List<ConfigFault> faults() {
    return faults;
  }
}
