package dev.footfall.app.coverage;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RemappedRoute;
import dev.footfall.core.destination.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Counts what goes over one route. One thread. */
public final class CoverageCounter {
  private final Function<ColumnSpec, List<String>> places;
  private Optional<CoverageMapper> mapper = Optional.empty();

  /** A counter for rows of which nothing more is known. */
  public CoverageCounter() {
    this(column -> List.of());
  }

  /**
   * A counter for a source's rows.
   *
   * @param places where the source holds what would fill a column
   */
  public CoverageCounter(Function<ColumnSpec, List<String>> places) {
    this.places = places;
  }

  /** The same route, its events counted. */
  public Route over(DestinationSpec spec, Binding binding, Route route) {
    CoverageMapper counting = new CoverageMapper(spec, binding, route, places);
    mapper = Optional.of(counting);
    return new RemappedRoute(route, own -> counting);
  }

  /** What was counted so far. */
  public Coverage coverage() {
    return mapper
        .map(CoverageMapper::coverage)
        .orElseGet(() -> new Coverage(0, 0, List.of(), List.of()));
  }
}
