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
import java.util.Arrays;

/** Fields of an event that are read alike and written one after the other. One thread. */
final class MetaFields {
  private final Binding binding;
  private Slot[] slots = {};
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
      slots = Arrays.copyOf(slots, slots.length + 1);
      slots[slots.length - 1] = new Slot(field, JsonBytes.key(key), form, bit);
    }
    return field;
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, Subjects subjects, MappingSink sink) {
    for (Slot slot : slots) {
      slot.field.clear();
    }
    for (int k = 0; k < lines.judged() && slots.length > 0; k++) {
      Subject subject = subjects.of(group, lines.row(k));
      for (Slot slot : slots) {
        slot.field.read(group, lines.row(k), subject, sink);
      }
    }
    for (Slot slot : slots) {
      if (slot.field.isConflicting()) {
        sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, slot.field.label(), "");
      }
    }
  }

  /** The bits of the fields that have a value. */
  int present() {
    int bits = 0;
    for (Slot slot : slots) {
      bits |= slot.field.isPresent() ? slot.bit : 0;
    }
    return bits;
  }

  /** Whether some field has a value. */
  boolean hasAny() {
    for (Slot slot : slots) {
      if (slot.field.isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Writes the fields that have a value. */
  void write(JsonBytes json) {
    for (Slot slot : slots) {
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
