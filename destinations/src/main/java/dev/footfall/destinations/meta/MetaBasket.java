package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.PlainText;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/** The items of an order. Reused from order to order by one thread. */
final class MetaBasket {
  private static final int PRICE_DIGITS = 6;
  private static final byte[] NUM_ITEMS = JsonBytes.key("num_items");
  private static final byte[] CONTENT_TYPE = JsonBytes.key("content_type");
  private static final byte[] PRODUCT = Text.utf8("product");
  private static final byte[] CONTENTS = JsonBytes.key("contents");
  private static final byte[] ID = JsonBytes.key("id");
  private static final byte[] QUANTITY = JsonBytes.key("quantity");
  private static final byte[] ITEM_PRICE = JsonBytes.key("item_price");
  private static final byte[] DELIVERY_CATEGORY = JsonBytes.key("delivery_category");

  private final int delivery;
  private final Normaliser category;
  private final Subjects subjects;
  private final String quantityLabel;
  private final Normaliser line = PlainText.oneLine();
  private final byte[] scratch = new byte[4096];
  private final Text product = new Text();
  private final Text cell = new Text();
  private final Decimal amount = new Decimal();
  private final Decimal units = new Decimal();

  MetaBasket(Binding binding, Subjects subjects) {
    this.delivery = binding.index("delivery_category");
    this.category = MetaRules.oneOf(MetaColumns.DELIVERY_CATEGORIES);
    this.subjects = subjects;
    this.quantityLabel = binding.label("quantity");
  }

  /** Writes the number of units, where every row has one. */
  void writeCount(OrderLines lines, JsonBytes json) {
    units.set(0, 0);
    for (int k = 0; k < lines.good(); k++) {
      if (!lines.line(k).hasQuantity()) {
        return;
      }
      units.add(lines.line(k).quantity());
    }
    json.key(NUM_ITEMS).number(units.ceiling());
  }

  /** Writes one entry for each row with a product. */
  void writeContents(RowGroup group, OrderLines lines, JsonBytes json, MappingSink sink) {
    int before = json.length();
    json.key(CONTENT_TYPE).plain(PRODUCT).key(CONTENTS).beginArray();
    int entries = json.length();
    for (int k = 0; k < lines.good(); k++) {
      OrderLine row = lines.line(k);
      if (!row.product().isEmpty()
          && line.apply(row.product(), subject(group, lines, k), scratch, product)) {
        json.beginObject().key(ID).text(product);
        writeAmounts(row, json, sink);
        writeDelivery(group, lines.row(k), json);
        json.endObject();
      }
    }
    if (json.length() == entries) {
      json.backTo(before);
    } else {
      json.endArray();
    }
  }

  private Subject subject(RowGroup group, OrderLines lines, int k) {
    return subjects.of(group, lines.row(k));
  }

  private void writeAmounts(OrderLine row, JsonBytes json, MappingSink sink) {
    boolean isFraction = row.hasQuantity() && !row.quantity().isWhole();
    if (isFraction) {
      sink.notice(Code.FRACTIONAL_QUANTITY, quantityLabel, "");
      json.key(QUANTITY).number(1);
    } else if (row.hasQuantity()) {
      json.key(QUANTITY).number(units.set(row.quantity()).round(0));
    }
    if (row.hasPrice()) {
      amount.set(row.price());
      if (isFraction) {
        amount.multiply(row.quantity());
      }
      json.key(ITEM_PRICE).number(amount.limit(PRICE_DIGITS).strip());
    }
  }

  private void writeDelivery(RowGroup group, int row, JsonBytes json) {
    if (delivery < 0 || group.column(delivery, row).isNull(group.row(row))) {
      return;
    }
    group.column(delivery, row).text(group.row(row), cell);
    if (!cell.trim().isEmpty() && category.apply(cell, subjects.of(group, row), scratch, cell)) {
      json.key(DELIVERY_CATEGORY).text(cell);
    }
  }
}
