package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields side by side in one object of an event: hashed ones as arrays of all their values, plain
 * ones as the first. Reused from order to order by one thread.
 */
final class PinterestFields {
  private final Binding binding;
  private final List<Field> fields = new ArrayList<>();
  private final List<byte[]> keys = new ArrayList<>();
  private final List<Boolean> lists = new ArrayList<>();

  PinterestFields(Binding binding) {
    this.binding = binding;
  }

  /** Adds a column, which is written under its own name. */
  Field add(ColumnSpec column) {
    boolean isList = column.rule().hashed();
    Field field = new Field(binding, column, isList ? Field.Gather.SORTED : Field.Gather.FIRST);
    if (field.isBound()) {
      fields.add(field);
      keys.add(JsonBytes.key(column.name()));
      lists.add(isList);
    }
    return field;
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, Subjects subjects, MappingSink sink) {
    int count = fields.size();
    for (int i = 0; i < count; i++) {
      fields.get(i).clear();
    }
    for (int k = 0; count > 0 && k < lines.judged(); k++) {
      int row = lines.row(k);
      Subject subject = subjects.of(group, row);
      for (int i = 0; i < count; i++) {
        fields.get(i).read(group, row, subject, sink);
      }
    }
    for (int i = 0; i < count; i++) {
      if (fields.get(i).isConflicting()) {
        sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, fields.get(i).label(), "");
      }
    }
  }

  /** Writes the fields that have a value. */
  void write(JsonBytes json) {
    for (int i = 0; i < fields.size(); i++) {
      if (lists.get(i)) {
        fields.get(i).writeArray(json, keys.get(i));
      } else {
        fields.get(i).writeText(json, keys.get(i));
      }
    }
  }
}
