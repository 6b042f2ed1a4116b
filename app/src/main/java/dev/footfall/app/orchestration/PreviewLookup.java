package dev.footfall.app.orchestration;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.event.Event;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Shows the questions that events wait for, and goes on with stand-ins for the answers. */
record PreviewLookup(Sheet.Origin origin, Resolution resolution) {
  /**
   * Adds a sheet for each question, and gives the events what stands for the answers.
   *
   * @param events replaced in place; one that cannot be sent is left out
   */
  void ask(List<Pending> events, List<Sheet> sheets) {
    Set<String> names = new LinkedHashSet<>();
    events.forEach(pending -> names.addAll(resolution.wanted(pending.event())));
    List<String> all = List.copyOf(names);
    for (int from = 0; from < all.size(); from += resolution.most()) {
      sheets.add(sheet(all.subList(from, Math.min(all.size(), from + resolution.most())), events));
    }
    List<Pending> ready = events.stream().flatMap(this::ready).toList();
    events.clear();
    events.addAll(ready);
  }

  private Sheet sheet(List<String> names, List<Pending> events) {
    Set<String> asked = Set.copyOf(names);
    List<Event> waiting =
        events.stream()
            .map(Pending::event)
            .filter(event -> resolution.wanted(event).stream().anyMatch(asked::contains))
            .toList();
    return new Sheet.Lookup(origin, resolution.shown(names), names.size(), Preview.rowsOf(waiting));
  }

  private Stream<Pending> ready(Pending pending) {
    Event event = pending.event();
    String standIn = resolution.standIn(Arrays.stream(event.rows().numbers()).min().orElse(0));
    Map<String, String> found = new HashMap<>();
    resolution.wanted(event).forEach(name -> found.put(name, standIn));
    return resolution.resolve(event, found) instanceof Resolution.Resolved.Ready go
        ? Stream.of(pending.with(go.event()))
        : Stream.empty();
  }
}
