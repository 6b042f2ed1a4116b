package dev.footfall.app.coverage;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Route;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A destination's mapper that also counts what its events carry. Maps each group once more for
 * every column that it counts, so it is for previews, not for runs.
 */
final class CoverageMapper implements EventMapper {
  private final MatchKeys keys;
  private final Binding binding;
  private final Function<ColumnSpec, List<String>> places;
  private final EventMapper mapper;
  private final EventMapper again;
  private final List<FieldCount> fields;
  private final Set<Code> unidentified;
  private long rows;
  private long events;

  /**
   * A mapper of a route that counts.
   *
   * @param spec that the query is bound to
   * @param places where there is what would fill a column
   */
  CoverageMapper(
      DestinationSpec spec,
      Binding binding,
      Route route,
      Function<ColumnSpec, List<String>> places) {
    this.places = places;
    this.keys = new MatchKeys(spec);
    this.binding = binding;
    this.mapper = route.mapper();
    this.again = route.mapper();
    List<ColumnSpec> fed = keys.fed(binding);
    this.fields =
        fed.stream()
            .map(column -> new FieldCount(binding, column, keys.identifies(column)))
            .toList();
    this.unidentified =
        EnumSet.of(
            Code.MISSING_IDENTITY,
            Code.MISSING_EXTERNAL_ID,
            Code.BAD_IDENTIFIER,
            Code.IDENTITY_CONFLICT,
            Code.ORDER_IDENTITY_CONFLICT);
    fed.stream().filter(keys::identifies).forEach(c -> unidentified.add(c.rule().code()));
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    return mapper.group(batch, row, key);
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    return mapper.identify(group, material);
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    HeardSink heard = new HeardSink(group.size(), Optional.of(sink));
    mapper.map(group, heard);
    if (heard.events().isEmpty()) {
      rejected(group, heard.rejected(unidentified));
    } else {
      sent(group, heard);
    }
  }

  private void rejected(RowGroup group, List<Integer> some) {
    rows += some.size();
    events += some.isEmpty() ? 0 : 1;
    fields.forEach(field -> field.rejected(group, some));
  }

  private void sent(RowGroup group, HeardSink heard) {
    List<BitSet> rowsOf = rowsOf(group, heard.events());
    rows += rowsOf.stream().mapToInt(BitSet::cardinality).sum();
    events += heard.events().size();
    fields.forEach(field -> field.sent(group, heard, rowsOf, again));
  }

  private static List<BitSet> rowsOf(RowGroup group, List<Event> events) {
    Map<Long, Integer> places = new HashMap<>();
    for (int row = 0; row < group.size(); row++) {
      places.put(group.rowNumber(row), row);
    }
    List<BitSet> rowsOf = new ArrayList<>(events.size());
    for (Event event : events) {
      BitSet some = new BitSet(group.size());
      for (long number : event.rows().numbers()) {
        Optional.ofNullable(places.get(number)).ifPresent(some::set);
      }
      rowsOf.add(some);
    }
    return rowsOf;
  }

  /** What was counted so far. */
  Coverage coverage() {
    return new Coverage(
        rows,
        events,
        fields.stream().map(FieldCount::counted).toList(),
        keys.absent(binding).stream().map(this::absent).toList());
  }

  private Coverage.Absent absent(ColumnSpec column) {
    List<String> names = binding.namesOf(column);
    return new Coverage.Absent(
        new Coverage.Field(
            names.get(0),
            column.target(),
            keys.identifies(column),
            column.need() == Need.RECOMMENDED),
        names.subList(1, names.size()),
        column.help(),
        places.apply(column));
  }
}
