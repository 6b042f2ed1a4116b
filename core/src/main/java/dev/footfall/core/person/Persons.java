package dev.footfall.core.person;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.normalise.JsonArrays;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells whose rows a query returns, by digests that were sought: in the columns that feed a
 * person's canonical fields, and in those that are called so. Used by one thread.
 */
public final class Persons {
  private final Traits traits;
  private final Set<LedgerKey> sought;
  private final List<Place> places = new ArrayList<>();
  private final Optional<Subjects> subjects;
  private final Subject nobody;
  private final Text cell = new Text();

  private record Place(Trait trait, int index) {}

  /**
   * Persons among the rows of one query.
   *
   * @param spec that the query is bound to
   * @param region for national phone numbers of rows without a country
   * @param today in the orchestration's zone
   */
  public Persons(
      Traits traits,
      Set<LedgerKey> sought,
      DestinationSpec spec,
      Binding binding,
      String region,
      LocalDate today) {
    this.traits = traits;
    this.sought = Set.copyOf(sought);
    this.nobody = new Subject("", region, today);
    this.subjects =
        feeding("country", spec).findFirst().map(country -> new Subjects(binding, country, nobody));
    for (Trait trait : Trait.values()) {
      indexes(trait, spec, binding).forEach(index -> places.add(new Place(trait, index)));
    }
  }

  private static Stream<ColumnSpec> feeding(String canonical, DestinationSpec spec) {
    return spec.columns().stream()
        .filter(column -> column.names().canonical().filter(canonical::equals).isPresent());
  }

  private static Set<Integer> indexes(Trait trait, DestinationSpec spec, Binding binding) {
    Set<Integer> indexes = new LinkedHashSet<>();
    IntStream.concat(
            feeding(trait.column(), spec).mapToInt(column -> binding.index(column.name())),
            binding.labelled(trait.column()).stream())
        .filter(index -> index >= 0)
        .forEach(indexes::add);
    return indexes;
  }

  /** Whether any row of a group is of a person, or of an order, that is sought. */
  public boolean hasSought(RowGroup group) {
    for (Place place : places) {
      for (int row = 0; row < group.size(); row++) {
        if (!repeats(place, group, row) && isSought(place, group, row)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The rows of an order mostly repeat their customer. */
  private static boolean repeats(Place place, RowGroup group, int row) {
    if (row == 0) {
      return false;
    }
    Column before = group.column(place.index, row - 1);
    Column now = group.column(place.index, row);
    return !before.isNull(group.row(row - 1))
        && !now.isNull(group.row(row))
        && before.fingerprint(group.row(row - 1)) == now.fingerprint(group.row(row));
  }

  private boolean isSought(Place place, RowGroup group, int row) {
    Column column = group.column(place.index, row);
    if (column.isNull(group.row(row))) {
      return false;
    }
    column.text(group.row(row), cell);
    if (cell.trim().isEmpty()) {
      return false;
    }
    Subject subject =
        place.trait == Trait.PHONE
            ? subjects.map(all -> all.of(group, row)).orElse(nobody)
            : nobody;
    if (cell.bytes()[cell.start()] == '[') {
      Optional<List<String>> several = JsonArrays.elements(cell.decode());
      if (several.isPresent()) {
        return several.get().stream().anyMatch(one -> isSought(place.trait, Text.of(one), subject));
      }
    }
    return isSought(place.trait, cell, subject);
  }

  private boolean isSought(Trait trait, Text value, Subject subject) {
    return !value.trim().isEmpty() && sought.contains(traits.of(trait, value, subject));
  }

  /** The ids of a group's orders. */
  public Set<String> orders(RowGroup group) {
    Set<String> orders = new LinkedHashSet<>();
    for (Place place : places) {
      for (int row = 0; row < group.size() && place.trait == Trait.ORDER; row++) {
        Column column = group.column(place.index, row);
        if (!column.isNull(group.row(row))) {
          column.text(group.row(row), cell);
          orders.add(cell.trim().decode());
        }
      }
    }
    orders.remove("");
    return orders;
  }
}
