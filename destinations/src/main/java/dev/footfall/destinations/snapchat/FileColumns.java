package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a file. In the platform's vocabulary the query's own, in its order; in the
 * canonical one those that Snapchat takes, under its names. Settings may add to them.
 */
final class FileColumns {
  private FileColumns() {}

  /**
   * One column.
   *
   * @param header as the file names it
   * @param index of the query's column; −1 for one that a setting adds
   * @param spec what Snapchat takes there; empty for a column of the brand's own
   */
  record Placed(String header, int index, Optional<ColumnSpec> spec) {
    boolean is(String column) {
      return spec.filter(s -> s.name().equals(column)).isPresent();
    }
  }

  static List<Placed> of(Binding binding, DestinationSpec spec, SnapchatSettings settings) {
    boolean isCanonical = binding.vocabulary() == Vocabulary.CANONICAL;
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < binding.header().size(); i++) {
      Optional<ColumnSpec> column = bound(binding, spec, i);
      if (!isCanonical) {
        placed.add(new Placed(binding.header().get(i).name(), i, column));
      } else if (column.isPresent() && !isSecondValue(column.get(), binding)) {
        placed.add(new Placed(header(column.get()), i, column));
      }
    }
    if (settings.money().fallback().isPresent() && !binding.has("currency")) {
      placed.add(new Placed("currency", -1, spec.column("currency")));
    }
    if (settings.file().spelling().addsType() && !binding.has("event_type")) {
      placed.add(new Placed("event_type", -1, spec.column("event_type")));
    }
    return List.copyOf(placed);
  }

  private static Optional<ColumnSpec> bound(Binding binding, DestinationSpec spec, int index) {
    return spec.columns().stream().filter(c -> binding.index(c.name()) == index).findFirst();
  }

  /** The order's value stands under price; of both columns one is enough. */
  private static boolean isSecondValue(ColumnSpec column, Binding binding) {
    return column.name().equals("order_value") && binding.has("price");
  }

  private static String header(ColumnSpec column) {
    return column.name().equals("order_value") ? "price" : column.name();
  }
}
