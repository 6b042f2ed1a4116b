package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.JsonArrays;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What was bought, item by item. Reused from order to order by one thread. */
final class SnapchatItems {
  private static final byte[] CONTENT_IDS = JsonBytes.key("content_ids");
  private static final byte[] CONTENTS = JsonBytes.key("contents");
  private static final byte[] ID = JsonBytes.key("id");
  private static final byte[] QUANTITY = JsonBytes.key("quantity");
  private static final byte[] ITEM_PRICE = JsonBytes.key("item_price");
  private static final byte[] BRAND = JsonBytes.key("brand");
  private static final byte[] DELIVERY = JsonBytes.key("delivery_category");

  private final PlainCell items;
  private final PlainCell brands;
  private final PlainCell deliveries;
  private final SnapchatAmount amount;
  private final OrderLines lines;
  private final ByteBuilder bytes = new ByteBuilder(256);
  private final Decimal price = new Decimal();
  private final Text id = new Text();
  private int[] ends = new int[16];
  private int[] places = new int[16];
  private int size;

  SnapchatItems(Binding binding, SnapchatAmount amount, OrderLines lines) {
    this.items = new PlainCell(binding, "item_id");
    this.brands = new PlainCell(binding, "brand");
    this.deliveries = new PlainCell(binding, "delivery_category");
    this.amount = amount;
    this.lines = lines;
  }

  /** Reads the ids of the good rows. */
  void read(RowGroup group) {
    bytes.clear();
    size = 0;
    for (int k = 0; items.isBound() && k < lines.good(); k++) {
      Text cell = items.read(group, lines.row(k));
      if (!cell.isEmpty()) {
        read(cell, k);
      }
    }
  }

  private void read(Text cell, int k) {
    if (cell.bytes()[cell.start()] == '[') {
      Optional<List<String>> elements = JsonArrays.elements(cell.decode());
      if (elements.isPresent()) {
        elements.get().forEach(element -> add(Text.of(element).trim(), k));
        return;
      }
    }
    byte separator = (byte) (has(cell, (byte) ';') ? ';' : ',');
    int start = cell.start();
    for (int at = start; at <= cell.end(); at++) {
      if (at == cell.end() || cell.bytes()[at] == separator) {
        add(id.set(cell.bytes(), start, at).trim(), k);
        start = at + 1;
      }
    }
  }

  private static boolean has(Text cell, byte sign) {
    for (int at = cell.start(); at < cell.end(); at++) {
      if (cell.bytes()[at] == sign) {
        return true;
      }
    }
    return false;
  }

  private void add(Text one, int k) {
    if (one.isEmpty()) {
      return;
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
    }
    bytes.add(one);
    ends[size] = bytes.length();
    places[size++] = k;
  }

  private int start(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  private boolean isFirst(int i) {
    for (int j = 0; j < i; j++) {
      if (Arrays.equals(bytes.bytes(), start(j), ends[j], bytes.bytes(), start(i), ends[i])) {
        return false;
      }
    }
    return true;
  }

  /** Adds the distinct ids, with a sign between them. */
  void joinInto(ByteBuilder target, char sign) {
    for (int i = 0; i < size; i++) {
      if (isFirst(i)) {
        if (i > 0) {
          target.add(sign);
        }
        target.add(bytes.bytes(), start(i), ends[i]);
      }
    }
  }

  /** Writes {@code content_ids} and {@code contents}, where there are any. */
  void write(RowGroup group, int digits, JsonBytes json) {
    if (size == 0) {
      return;
    }
    json.key(CONTENT_IDS).beginArray();
    for (int i = 0; i < size; i++) {
      if (isFirst(i)) {
        json.text(bytes.bytes(), start(i), ends[i]);
      }
    }
    json.endArray().key(CONTENTS).beginArray();
    for (int i = 0; i < size; i++) {
      write(group, i, digits, json);
    }
    json.endArray();
  }

  /** One item; of several in one row neither units nor prices are known. */
  private void write(RowGroup group, int i, int digits, JsonBytes json) {
    int k = places[i];
    boolean isAlone = (i == 0 || places[i - 1] != k) && (i + 1 == size || places[i + 1] != k);
    json.beginObject().key(ID).text(bytes.bytes(), start(i), ends[i]);
    if (isAlone) {
      json.key(QUANTITY).numberText(amount.units(k));
      if (amount.unitPrice(k, digits, price)) {
        json.key(ITEM_PRICE).numberText(price);
      }
    }
    write(brands, BRAND, group, k, json);
    write(deliveries, DELIVERY, group, k, json);
    json.endObject();
  }

  private void write(PlainCell cell, byte[] key, RowGroup group, int k, JsonBytes json) {
    Text text = cell.read(group, lines.row(k));
    if (!text.isEmpty()) {
      json.key(key).text(text);
    }
  }
}
