package dev.footfall.destinations.google;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import java.util.ArrayList;
import java.util.List;

/** Fields that are read together. Reused from order to order by one thread. */
final class GoogleFields {
  private final Binding binding;
  private final DestinationSpec spec;
  private final List<Field> bound = new ArrayList<>();

  GoogleFields(Binding binding, DestinationSpec spec) {
    this.binding = binding;
    this.spec = spec;
  }

  /** A field of which an order has one value: the first that can be used. */
  Field first(String column) {
    return added(spec.column(column).orElseThrow(), Field.Gather.FIRST);
  }

  /** A field of which an order may have several values. */
  Field all(String column) {
    return added(spec.column(column).orElseThrow(), Field.Gather.ALL);
  }

  /** A field whose values are normalised, but not hashed. */
  Field unhashed(String column, Field.Gather gather) {
    ColumnSpec named = spec.column(column).orElseThrow();
    return added(
        named.rule(
            FieldRule.plain(new Unhashed(named.normaliser().orElseThrow()), named.rule().code())),
        gather);
  }

  /** A field by its column. */
  Field added(ColumnSpec column, Field.Gather gather) {
    Field field = new Field(binding, column, gather);
    if (field.isBound()) {
      bound.add(field);
    }
    return field;
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, Subjects subjects, MappingSink sink) {
    for (int i = 0; i < bound.size(); i++) {
      Field field = bound.get(i);
      field.clear();
      for (int k = 0; k < lines.judged(); k++) {
        field.read(group, lines.row(k), subjects.of(group, lines.row(k)), sink);
      }
    }
  }

  /** Says which fields had several values although one counts. */
  void reportConflicts(MappingSink sink) {
    for (int i = 0; i < bound.size(); i++) {
      if (bound.get(i).isConflicting()) {
        sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, bound.get(i).label(), "");
      }
    }
  }
}
