package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What was bought, item by item. Reused from order to order by one thread. */
final class PinterestItems {
  private static final byte[] CONTENT_IDS = JsonBytes.key("content_ids");
  private static final byte[] CONTENTS = JsonBytes.key("contents");
  private static final List<byte[]> TEXTS =
      Stream.of("id", "item_name", "item_category", "item_brand").map(JsonBytes::key).toList();
  private static final byte[] ITEM_PRICE = JsonBytes.key("item_price");
  private static final byte[] QUANTITY = JsonBytes.key("quantity");

  private final ContentsCell contents;
  private final List<PlainCell> cells = new ArrayList<>();
  private final String quantityLabel;
  private final List<Item> ofRows = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private final Decimal number = new Decimal();
  private final ByteBuilder ids = new ByteBuilder(256);
  private int[] idEnds = new int[16];
  private int idCount;

  PinterestItems(Binding binding) {
    this.contents = new ContentsCell(binding);
    this.quantityLabel = binding.label("quantity");
    for (String column : List.of("item_id", "item_name", "item_category", "item_brand")) {
      cells.add(new PlainCell(binding, column));
    }
  }

  /** Reads {@code contents}; a row with a wrong number inside leaves its order. */
  void read(RowGroup group, OrderLines lines, MappingSink sink) {
    contents.read(group, lines, sink);
  }

  /** Collects the items of the good rows, in canonical order. */
  void collect(RowGroup group, OrderLines lines) {
    items.clear();
    for (int k = 0; k < lines.good(); k++) {
      List<Item> own = contents.items(lines.row(k));
      if (own.isEmpty()) {
        items.add(ofRow(k, group, lines));
      } else {
        items.addAll(own);
      }
    }
  }

  private Item ofRow(int k, RowGroup group, OrderLines lines) {
    while (ofRows.size() <= k) {
      ofRows.add(new Item());
    }
    Item item = ofRows.get(k);
    item.clear();
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isBound()) {
        item.text(i, cells.get(i).read(group, lines.row(k)));
      }
    }
    OrderLine line = lines.line(k);
    item.hasPrice = line.hasPrice();
    item.hasQuantity = line.hasQuantity();
    if (line.hasPrice()) {
      item.price.set(line.price());
    }
    if (line.hasQuantity()) {
      item.quantity.set(line.quantity());
    }
    return item;
  }

  /** The items that were collected. */
  List<Item> all() {
    return items;
  }

  /** Whether the order is one row without {@code contents} that names and describes nothing. */
  boolean isOneBareRow(RowGroup group) {
    return group.size() == 1 && contents.items(0).isEmpty() && !items.get(0).isDescribed();
  }

  /** Says whether a quantity was no whole number. */
  void report(boolean hasFraction, MappingSink sink) {
    if (hasFraction) {
      sink.notice(Code.FRACTIONAL_QUANTITY, quantityLabel, "");
    }
  }

  /** Writes {@code content_ids} and {@code contents}, where there are any. */
  void write(int digits, JsonBytes json) {
    ids.clear();
    idCount = 0;
    int before = json.length();
    json.key(CONTENT_IDS).beginArray();
    int empty = json.length();
    for (Item item : items) {
      writeId(item, json);
    }
    end(before, empty, json);
    before = json.length();
    json.key(CONTENTS).beginArray();
    empty = json.length();
    for (Item item : items) {
      writeItem(item, digits, json);
    }
    end(before, empty, json);
  }

  /** Ends an array; takes it back where nothing was written. */
  private static void end(int before, int empty, JsonBytes json) {
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endArray();
    }
  }

  private void writeId(Item item, JsonBytes json) {
    if (!item.id().isEmpty() && isNew(item.id())) {
      json.text(item.id());
    }
  }

  private boolean isNew(Text id) {
    int start = 0;
    for (int i = 0; i < idCount; i++) {
      if (Arrays.equals(ids.bytes(), start, idEnds[i], id.bytes(), id.start(), id.end())) {
        return false;
      }
      start = idEnds[i];
    }
    ids.add(id);
    if (idCount == idEnds.length) {
      idEnds = Arrays.copyOf(idEnds, 2 * idCount);
    }
    idEnds[idCount++] = ids.length();
    return true;
  }

  private void writeItem(Item item, int digits, JsonBytes json) {
    if (!item.isNamed()) {
      return;
    }
    json.beginObject();
    for (int i = 0; i < item.texts.length; i++) {
      if (!item.texts[i].isEmpty()) {
        json.key(TEXTS.get(i)).text(item.texts[i]);
      }
    }
    if (item.hasPrice) {
      number.set(item.price);
      if (item.isFraction()) {
        number.multiply(item.quantity);
      }
      json.key(ITEM_PRICE).numberText(number.round(digits));
    }
    if (item.hasQuantity) {
      json.key(QUANTITY);
      if (item.isFraction()) {
        json.number(1);
      } else {
        json.number(number.set(item.quantity).round(0));
      }
    }
    json.endObject();
  }
}
