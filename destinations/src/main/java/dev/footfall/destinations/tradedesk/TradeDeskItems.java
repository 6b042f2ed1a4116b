package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * What was bought, row by row: a bad price or quantity is left out, and the row goes on. Reused
 * from order to order by one thread.
 */
final class TradeDeskItems {
  private static final int NAME = 150;
  private static final byte[] LINE_ITEMS = JsonBytes.key("LineItems");
  private static final byte[] ITEM_CODE = JsonBytes.key("item_code");
  private static final byte[] ITEM_NAME = JsonBytes.key("name");
  private static final byte[] QTY = JsonBytes.key("qty");
  private static final byte[] PRICE = JsonBytes.key("price");
  private static final byte[] CAT = JsonBytes.key("cat");

  private final NumberCell prices;
  private final NumberCell quantities;
  private final PlainCell codes;
  private final PlainCell names;
  private final PlainCell categories;
  private final List<Line> lines = new ArrayList<>();
  private final Decimal number = new Decimal();
  private final Decimal total = new Decimal();
  private boolean isComputable;

  TradeDeskItems(Binding binding) {
    this.prices = NumberCell.price(binding);
    this.quantities = NumberCell.quantity(binding);
    this.codes = new PlainCell(binding, "item_code");
    this.names = new PlainCell(binding, "item_name");
    this.categories = new PlainCell(binding, "cat");
  }

  /** The numbers of one row. */
  private static final class Line {
    private final Decimal price = new Decimal();
    private final Decimal quantity = new Decimal();
    private boolean hasPrice;
    private boolean hasQuantity;
  }

  /** Compares two rows by price, those without one last. */
  int byPrice(RowGroup group, int a, int b) {
    boolean hasLeft = prices.peek(group, a, total);
    boolean hasRight = prices.peek(group, b, number);
    return hasLeft && hasRight ? total.compareWith(number) : Boolean.compare(!hasLeft, !hasRight);
  }

  /** Reads the numbers of the good rows. */
  void read(RowGroup group, OrderLines rows, MappingSink sink) {
    isComputable = rows.good() > 0;
    total.set(0, 0);
    while (lines.size() < rows.good()) {
      lines.add(new Line());
    }
    for (int k = 0; k < rows.good(); k++) {
      Line line = lines.get(k);
      int row = rows.row(k);
      line.hasPrice = prices.read(group, row, line.price, sink);
      line.hasQuantity = quantities.read(group, row, line.quantity, sink);
      isComputable &= line.hasPrice && line.hasQuantity;
      if (isComputable) {
        total.add(number.set(line.price).multiply(line.quantity));
      }
    }
  }

  /** Whether every good row has price and quantity. */
  boolean isComputable() {
    return isComputable;
  }

  /** Price times quantity of all rows, where {@link #isComputable}. */
  Decimal total() {
    return total;
  }

  /** Writes the rows that have an item code. */
  void write(RowGroup group, OrderLines rows, int digits, JsonBytes json, MappingSink sink) {
    int before = json.length();
    json.key(LINE_ITEMS).beginArray();
    int empty = json.length();
    for (int k = 0; k < rows.good(); k++) {
      int row = rows.row(k);
      if (!codes.read(group, row).isEmpty()) {
        write(group, row, lines.get(k), digits, json, sink);
      } else if (isDescribed(group, row, lines.get(k))) {
        sink.dropped(row, Code.ITEM_WITHOUT_CODE, codes.label(), "");
      }
    }
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endArray();
    }
  }

  private boolean isDescribed(RowGroup group, int row, Line line) {
    return line.hasPrice || line.hasQuantity || !categories.read(group, row).isEmpty();
  }

  private void write(
      RowGroup group, int row, Line line, int digits, JsonBytes json, MappingSink sink) {
    json.beginObject().key(ITEM_CODE).text(codes.read(group, row));
    Text name = names.read(group, row);
    if (!name.isEmpty()) {
      if (Cut.to(NAME, name)) {
        sink.dropped(row, Code.VALUE_TRUNCATED, names.label(), "");
      }
      json.key(ITEM_NAME).text(name);
    }
    if (line.hasQuantity) {
      json.key(QTY).numberText(number.set(line.quantity).round(0));
    }
    if (line.hasPrice) {
      json.key(PRICE).numberText(number.set(line.price).round(digits));
    }
    Text category = categories.read(group, row);
    if (!category.isEmpty()) {
      json.key(CAT).text(category);
    }
    json.endObject();
  }
}
