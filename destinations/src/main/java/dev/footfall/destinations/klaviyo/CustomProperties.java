package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.event.attribute.AttributeCell;
import dev.footfall.core.normalise.Timestamps;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The columns of a query that become custom properties. */
final class CustomProperties {
  private CustomProperties() {}

  /**
   * A cell for each.
   *
   * @param without names that are something else
   */
  static List<AttributeCell> cells(Binding binding, ZoneId zone, Set<String> without) {
    AttributeCell.Form form = new AttributeCell.Form(new Timestamps(zone), false);
    return binding.open().stream()
        .filter(open -> !without.contains(open.name()))
        .map(
            open ->
                new AttributeCell(
                    open.index(), binding.header().get(open.index()).name(), open.name(), form))
        .toList();
  }
}
