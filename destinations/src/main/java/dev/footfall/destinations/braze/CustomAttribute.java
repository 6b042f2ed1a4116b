package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.attribute.AttributeCell;
import dev.footfall.core.event.attribute.AttributeCell.Written;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Optional;

/** A column that Braze has no field for, under its own label. Used by one thread. */
final class CustomAttribute implements Attribute {
  private static final int MOST_CHARACTERS = 255;

  private final Place place;
  private final AttributeCell plain;
  private final NestedCell nested;
  private final boolean isJson;
  private final Text scratch = new Text();

  /**
   * A column as an attribute.
   *
   * @param isJson whether its texts are JSON
   */
  CustomAttribute(Binding binding, Binding.Open open, AttributeCell.Form form, boolean isJson) {
    String label = binding.header().get(open.index()).name();
    this.place = new Place(open.index(), label, JsonBytes.anyKey(open.name()), Code.BAD_VALUE);
    this.plain = new AttributeCell(open.index(), label, open.name(), form);
    this.nested = new NestedCell(place, Optional::of, scratch);
    this.isJson = isJson;
  }

  @Override
  public byte[] key() {
    return place.key();
  }

  /** Whether the cell's text is longer than Braze keeps. */
  boolean isLong(RowGroup group, int row) {
    Column column = place.column(group, row);
    int at = group.row(row);
    if (column.isNull(at) || column.kind(at) != CellKind.TEXT) {
      return false;
    }
    column.text(at, scratch);
    return scratch.length() > MOST_CHARACTERS && scratch.decode().length() > MOST_CHARACTERS;
  }

  String label() {
    return place.label();
  }

  @Override
  public Written write(RowGroup group, int row, JsonBytes json, MappingSink sink) {
    Column column = place.column(group, row);
    int at = group.row(row);
    CellKind kind = column.kind(at);
    if (!column.isNull(at) && (kind == CellKind.NESTED || (isJson && kind == CellKind.TEXT))) {
      return nested.write(group, row, json, sink);
    }
    Written written = plain.write(group, row, json, sink);
    if (written == Written.WRITTEN && isLong(group, row)) {
      sink.dropped(row, Code.VALUE_MAY_BE_TRUNCATED, label(), "");
    }
    return written;
  }
}
