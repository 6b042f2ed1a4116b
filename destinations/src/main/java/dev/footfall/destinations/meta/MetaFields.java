package dev.footfall.destinations.meta;

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
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.List;

/** Fields of an event that are read alike and written one after the other. One thread. */
final class MetaFields {
  private final Binding binding;
  private final List<Slot> slots = new ArrayList<>();
  private final Text text = new Text();

  /** How a field's values are written. */
  private enum Form {
    LIST,
    TEXT,
    NUMBER
  }

  /** A field that the query feeds; {@code bit} stands for it in {@link #present}. */
  @SuppressWarnings("ArrayRecordComponent") // a prepared key, never compared
  private record Slot(Field field, byte[] key, Form form, int bit) {}

  MetaFields(Binding binding) {
    this.binding = binding;
  }

  /** A field whose values are written as a list. */
  Field list(ColumnSpec column, String key, Field.Gather gather, int bit) {
    return add(column, key, new Field(binding, column, gather), Form.LIST, bit);
  }

  /** A field whose first value is written, as a number where its column holds numbers. */
  Field first(ColumnSpec column, String key, int bit) {
    Form form =
        switch (column.type()) {
          case WHOLE, DECIMAL -> Form.NUMBER;
          default -> Form.TEXT;
        };
    return add(column, key, new Field(binding, column, Field.Gather.FIRST), form, bit);
  }

  /** A field whose first value is written under its column's name. */
  Field first(ColumnSpec column) {
    return first(column, column.name(), 0);
  }

  private Field add(ColumnSpec column, String key, Field field, Form form, int bit) {
    if (binding.has(column.name())) {
      slots.add(new Slot(field, JsonBytes.key(key), form, bit));
    }
    return field;
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, Subjects subjects, MappingSink sink) {
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).field.clear();
    }
    for (int k = 0; k < lines.judged() && !slots.isEmpty(); k++) {
      Subject subject = subjects.of(group, lines.row(k));
      for (int i = 0; i < slots.size(); i++) {
        slots.get(i).field.read(group, lines.row(k), subject, sink);
      }
    }
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).field.isConflicting()) {
        sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, slots.get(i).field.label(), "");
      }
    }
  }

  /** The bits of the fields that have a value. */
  int present() {
    int bits = 0;
    for (int i = 0; i < slots.size(); i++) {
      bits |= slots.get(i).field.isPresent() ? slots.get(i).bit : 0;
    }
    return bits;
  }

  /** Whether some field has a value. */
  boolean hasAny() {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).field.isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Writes the fields that have a value. */
  void write(JsonBytes json) {
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      switch (slot.form) {
        case LIST -> slot.field.writeArray(json, slot.key);
        case TEXT -> slot.field.writeText(json, slot.key);
        case NUMBER -> writeNumber(json, slot);
      }
    }
  }

  private void writeNumber(JsonBytes json, Slot slot) {
    if (slot.field.isPresent()) {
      slot.field.value(0, text);
      json.key(slot.key).raw(text.copy());
    }
  }
}
