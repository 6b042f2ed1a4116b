package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.attribute.AttributeCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Timestamps;
import java.util.List;

/** The properties of a purchase: the columns that it has no field for, and the order's id. */
final class Properties {
  static final byte[] KEY = JsonBytes.key("properties");

  private static final byte[] ORDER = JsonBytes.key("order_id");
  private static final int MOST_BYTES = 50_000;
  private static final byte[] NONE = {};

  private final boolean areSent;
  private final List<CustomAttribute> attributes;
  private final JsonBytes json = new JsonBytes();

  Properties(RouteContext context) {
    this.areSent = context.settings().flag("send_extra_columns_as_properties");
    AttributeCell.Form form = new AttributeCell.Form(new Timestamps(context.zone()), true);
    this.attributes =
        context.binding().open().stream()
            .map(open -> new CustomAttribute(context.binding(), open, form, false))
            .toList();
  }

  /** A row's properties as a JSON object; no bytes when there are none. */
  byte[] of(RowGroup group, int row, String orderId, MappingSink sink) {
    if (!areSent) {
      return NONE;
    }
    json.clear().beginObject();
    int empty = json.length();
    if (!orderId.isEmpty()) {
      json.key(ORDER).text(orderId);
    }
    for (CustomAttribute attribute : attributes) {
      if (attribute.isLong(group, row)) {
        sink.dropped(row, Code.BAD_VALUE, attribute.label(), "longer than 255 characters");
      } else {
        attribute.write(group, row, json, sink);
      }
    }
    if (json.length() > MOST_BYTES) {
      sink.dropped(row, Code.BAD_VALUE, "", "properties of more than 50 KB");
      return NONE;
    }
    return json.length() == empty ? NONE : json.endObject().toBytes();
  }
}
