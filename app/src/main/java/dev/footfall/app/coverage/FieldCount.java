package dev.footfall.app.coverage;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.Need;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Counts one field. An event carries a field when it would be another event, or none, if the
 * field's column were NULL: so it is the destination's own mapping that decides, whatever it does
 * with a value. Where the destination reads a cell itself and has a default for it, that it did not
 * complain is enough. One thread.
 */
final class FieldCount {
  private final ColumnSpec column;
  private final boolean identifies;
  private final int index;
  private final String label;
  private final BlankedColumn blanked;
  private final Text cell = new Text();
  private long given;
  private long rows;
  private long events;

  /**
   * A count of one field.
   *
   * @param identifies whether it tells who bought
   */
  FieldCount(Binding binding, ColumnSpec column, boolean identifies) {
    this.column = column;
    this.identifies = identifies;
    this.index = binding.index(column.name());
    this.label = binding.label(column.name());
    this.blanked = new BlankedColumn(index);
  }

  /** Rows that were rejected for want of an identity. */
  void rejected(RowGroup group, List<Integer> some) {
    given += some.stream().filter(row -> isGiven(group, row)).count();
  }

  /**
   * The events that a group became.
   *
   * @param rowsOf the group's rows of each event
   * @param mapper to map the group again, without the column
   */
  void sent(RowGroup group, HeardSink heard, List<BitSet> rowsOf, EventMapper mapper) {
    List<BitSet> filled = rowsOf.stream().map(some -> filled(group, some)).toList();
    if (filled.stream().allMatch(BitSet::isEmpty)) {
      return;
    }
    HeardSink without = new HeardSink(group.size(), Optional.empty());
    mapper.map(blanked.of(group), without);
    for (int i = 0; i < filled.size(); i++) {
      given += filled.get(i).cardinality();
      BitSet accepted = accepted(filled.get(i), heard);
      if (!filled.get(i).isEmpty() && isCarried(heard.events().get(i), without, accepted)) {
        events++;
        rows += accepted.cardinality();
      }
    }
  }

  private BitSet filled(RowGroup group, BitSet some) {
    BitSet filled = new BitSet();
    some.stream().filter(row -> isGiven(group, row)).forEach(filled::set);
    return filled;
  }

  private boolean isGiven(RowGroup group, int row) {
    Column cells = group.column(index, row);
    if (cells.isNull(group.row(row))) {
      return false;
    }
    cells.text(group.row(row), cell);
    return !cell.trim().isEmpty();
  }

  private BitSet accepted(BitSet filled, HeardSink heard) {
    BitSet accepted = new BitSet();
    filled.stream().filter(row -> !heard.isDropped(row, label)).forEach(accepted::set);
    return accepted;
  }

  private boolean isCarried(Event event, HeardSink without, BitSet accepted) {
    boolean isUncontested = column.normaliser().isEmpty() && !accepted.isEmpty();
    return isUncontested
        || without.events().stream().noneMatch(other -> Arrays.equals(event.body(), other.body()));
  }

  Coverage.Fed counted() {
    return new Coverage.Fed(
        new Coverage.Field(label, column.target(), identifies, column.need() == Need.RECOMMENDED),
        given,
        rows,
        events);
  }
}
