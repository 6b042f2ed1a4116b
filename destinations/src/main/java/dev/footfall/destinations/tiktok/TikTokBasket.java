package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/** The items of an order. Reused from order to order by one thread. */
final class TikTokBasket {
  private static final byte[] NUM_ITEMS = JsonBytes.key("num_items");
  private static final byte[] CONTENT_TYPE = JsonBytes.key("content_type");
  private static final byte[] CONTENTS = JsonBytes.key("contents");
  private static final byte[] CONTENT_ID = JsonBytes.key("content_id");
  private static final byte[] CONTENT_NAME = JsonBytes.key("content_name");
  private static final byte[] CONTENT_CATEGORY = JsonBytes.key("content_category");
  private static final byte[] BRAND = JsonBytes.key("brand");
  private static final byte[] PRICE = JsonBytes.key("price");
  private static final byte[] QUANTITY = JsonBytes.key("quantity");
  private static final byte[] PRODUCT = Text.utf8("product");

  private final TikTokOrder order;
  private final JsonBytes json;
  private final String quantityLabel;
  private final PlainCell id;
  private final PlainCell name;
  private final PlainCell category;
  private final PlainCell brand;
  private final Decimal units = new Decimal();
  private final Decimal amount = new Decimal();
  private final Text text = new Text();
  private boolean hasFraction;

  TikTokBasket(Binding binding, TikTokOrder order, JsonBytes json) {
    this.order = order;
    this.json = json;
    this.quantityLabel = binding.label("quantity");
    this.id = new PlainCell(binding, "content_id");
    this.name = new PlainCell(binding, "content_name");
    this.category = new PlainCell(binding, "content_category");
    this.brand = new PlainCell(binding, "brand");
  }

  /** Whether some item has a price. */
  boolean hasPrice(RowGroup group) {
    OrderLines lines = order.lines();
    for (int k = 0; k < lines.good(); k++) {
      if (lines.line(k).hasPrice() && isItem(group, lines.row(k))) {
        return true;
      }
    }
    return false;
  }

  /** An item has an id or a name; a row without both counts for the value alone. */
  private boolean isItem(RowGroup group, int row) {
    return !id.read(group, row).isEmpty() || !name.read(group, row).isEmpty();
  }

  /** Writes the number of units and one entry for each item. */
  void write(RowGroup group, MappingSink sink) {
    hasFraction = false;
    writeCount();
    int before = json.length();
    json.key(CONTENT_TYPE);
    if (order.contentType().isPresent()) {
      order.contentType().value(0, text);
      json.text(text);
    } else {
      json.plain(PRODUCT);
    }
    json.key(CONTENTS).beginArray();
    int empty = json.length();
    for (int k = 0; k < order.lines().good(); k++) {
      writeItem(group, k, sink);
    }
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endArray();
    }
    if (hasFraction) {
      sink.notice(Code.FRACTIONAL_QUANTITY, quantityLabel, "");
    }
  }

  /** Writes the number of units, where every row has one; a fraction is one unit. */
  private void writeCount() {
    OrderLines lines = order.lines();
    Decimal one = amount.set(1, 0);
    units.set(0, 0);
    for (int k = 0; k < lines.good(); k++) {
      OrderLine line = lines.line(k);
      if (!line.hasQuantity()) {
        return;
      }
      boolean isWhole = line.quantity().isWhole();
      hasFraction |= !isWhole;
      units.add(isWhole ? line.quantity() : one);
    }
    json.key(NUM_ITEMS).number(units.round(0));
  }

  private void writeItem(RowGroup group, int k, MappingSink sink) {
    int row = order.lines().row(k);
    Text contentId = id.read(group, row);
    Text contentName = name.read(group, row);
    if (contentId.isEmpty() && contentName.isEmpty()) {
      return;
    }
    json.beginObject();
    if (!contentId.isEmpty()) {
      json.key(CONTENT_ID).text(contentId);
    }
    writeText(name, contentName, CONTENT_NAME, row, sink);
    writeText(category, category.read(group, row), CONTENT_CATEGORY, row, sink);
    writeText(brand, brand.read(group, row), BRAND, row, sink);
    writeAmounts(order.lines().line(k));
    json.endObject();
  }

  private void writeText(PlainCell cell, Text value, byte[] key, int row, MappingSink sink) {
    if (!value.isEmpty()) {
      if (CutText.cut(value)) {
        sink.dropped(row, Code.VALUE_TRUNCATED, cell.label(), "");
      }
      json.key(key).text(value);
    }
  }

  private void writeAmounts(OrderLine line) {
    boolean isFraction = line.hasQuantity() && !line.quantity().isWhole();
    hasFraction |= isFraction;
    if (line.hasPrice()) {
      amount.set(line.price());
      if (isFraction) {
        amount.multiply(line.quantity()).round(order.currency().digits());
      }
      json.key(PRICE).number(amount.strip());
    }
    if (isFraction) {
      json.key(QUANTITY).number(1);
    } else if (line.hasQuantity()) {
      json.key(QUANTITY).number(amount.set(line.quantity()).round(0));
    }
  }
}
