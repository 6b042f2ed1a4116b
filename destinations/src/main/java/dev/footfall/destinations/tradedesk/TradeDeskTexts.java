package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that an order has once: the first that is filled counts. Reused from order to order by one
 * thread.
 */
final class TradeDeskTexts {
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Collection<Field> bound;
  private final Text text = new Text();

  TradeDeskTexts(Binding binding, DestinationSpec spec, List<String> columns) {
    for (String column : columns) {
      fields.put(column, new Field(binding, spec.column(column).orElseThrow(), Field.Gather.FIRST));
    }
    this.bound = fields.values().stream().filter(Field::isBound).toList();
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, Subject subject, MappingSink sink) {
    for (Field field : bound) {
      field.clear();
      for (int k = 0; k < lines.judged(); k++) {
        field.read(group, lines.row(k), subject, sink);
      }
    }
  }

  /** Says where rows of the order disagree. */
  void report(MappingSink sink) {
    for (Field field : bound) {
      if (field.isConflicting()) {
        sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, field.label(), "");
      }
    }
  }

  /** The column's field, for the constructor of who reads it often. */
  Field field(String column) {
    Field field = fields.get(column);
    if (field == null) {
      throw new IllegalArgumentException("no such text: " + column);
    }
    return field;
  }

  /** Writes a text, cut to {@code most} characters; nothing where there is none. */
  void write(Field field, byte[] key, int most, JsonBytes json, MappingSink sink) {
    if (field.isPresent()) {
      field.value(0, text);
      if (Cut.to(most, text)) {
        sink.notice(Code.VALUE_TRUNCATED, field.label(), "");
      }
      json.key(key).text(text);
    }
  }
}
