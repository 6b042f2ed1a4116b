package dev.footfall.app.coverage;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import java.util.List;
import java.util.Optional;

/** Counts what goes over one route. One thread. */
public final class CoverageCounter {
  private Optional<CoverageMapper> mapper = Optional.empty();

  /** The same route, its events counted. */
  public Route over(DestinationSpec spec, Binding binding, Route route) {
    CoverageMapper counting = new CoverageMapper(spec, binding, route);
    mapper = Optional.of(counting);
    return new CoverageRoute(route, counting);
  }

  /** What was counted so far. */
  public Coverage coverage() {
    return mapper
        .map(CoverageMapper::coverage)
        .orElseGet(() -> new Coverage(0, 0, List.of(), List.of()));
  }
}
