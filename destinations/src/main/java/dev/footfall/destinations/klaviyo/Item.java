package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.attribute.IdentityCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads and writes the items of an order. Used by one thread. */
final class Item {
  private static final Subject NOBODY = new Subject("", "US", LocalDate.EPOCH);
  private static final byte[] ID = JsonBytes.key("ProductID");
  private static final byte[] SKU = JsonBytes.key("SKU");
  private static final byte[] NAME = JsonBytes.key("ProductName");
  private static final byte[] QUANTITY = JsonBytes.key("Quantity");
  private static final byte[] PRICE = JsonBytes.key("ItemPrice");
  private static final byte[] TOTAL = JsonBytes.key("RowTotal");
  private static final byte[] CATEGORIES = JsonBytes.key("Categories");
  private static final byte[] BRAND = JsonBytes.key("Brand");
  private static final byte[] PAGE = JsonBytes.key("ProductURL");
  private static final byte[] PICTURE = JsonBytes.key("ImageURL");

  private final PlainCell id;
  private final PlainCell sku;
  private final PlainCell name;
  private final PlainCell category;
  private final PlainCell brand;
  private final IdentityCell page;
  private final IdentityCell picture;
  private final NumberCell revenue;
  private final Decimal total = new Decimal();
  private final Set<String> distinct = new LinkedHashSet<>();

  Item(Binding binding, DestinationSpec spec) {
    this.id = new PlainCell(binding, "product_id");
    this.sku = new PlainCell(binding, "product_sku");
    this.name = new PlainCell(binding, "product_name");
    this.category = new PlainCell(binding, "product_category");
    this.brand = new PlainCell(binding, "product_brand");
    this.page = new IdentityCell(binding, spec.column("product_url").orElseThrow());
    this.picture = new IdentityCell(binding, spec.column("image_url").orElseThrow());
    this.revenue = new NumberCell(binding, "item_revenue");
  }

  NumberCell revenue() {
    return revenue;
  }

  /** The item's id, else its stock number, else its name; empty when the row is no item. */
  Text nameOf(RowGroup group, int row) {
    Text found = id.read(group, row);
    if (found.isEmpty()) {
      found = sku.read(group, row);
    }
    return found.isEmpty() ? name.read(group, row) : found;
  }

  /** Whether the row has an amount; {@link #total} is it, all its digits. */
  boolean readTotal(RowGroup group, int row, OrderLine line) {
    if (revenue.read(group, row) == IdentityCell.Read.GOOD) {
      total.set(revenue.value());
      return true;
    }
    if (line.hasPrice()) {
      total.set(line.price());
      if (line.hasQuantity()) {
        total.multiply(line.quantity());
      }
    }
    return line.hasPrice();
  }

  Decimal total() {
    return total;
  }

  /** Writes the item's members into an object that is open. */
  void write(RowGroup group, int row, OrderLine line, int digits, JsonBytes json) {
    text(json, ID, id.read(group, row));
    text(json, SKU, sku.read(group, row));
    text(json, NAME, name.read(group, row));
    json.key(QUANTITY);
    if (line.hasQuantity()) {
      json.number(new Decimal().set(line.quantity()).strip());
    } else {
      json.number(1);
    }
    if (line.hasPrice()) {
      json.key(PRICE).number(new Decimal().set(line.price()).strip());
    }
    if (readTotal(group, row, line)) {
      json.key(TOTAL).number(total.round(digits).strip());
    }
    Text kind = category.read(group, row);
    if (!kind.isEmpty()) {
      json.key(CATEGORIES).beginArray().text(kind).endArray();
    }
    text(json, BRAND, brand.read(group, row));
    address(json, PAGE, page, group, row);
    address(json, PICTURE, picture, group, row);
  }

  private static void text(JsonBytes json, byte[] key, Text text) {
    if (!text.isEmpty()) {
      json.key(key).text(text);
    }
  }

  private static void address(
      JsonBytes json, byte[] key, IdentityCell cell, RowGroup group, int row) {
    if (cell.isBound()
        && cell.read(group.column(cell.index(), row), group.row(row), NOBODY)
            == IdentityCell.Read.GOOD) {
      json.key(key).text(cell.value());
    }
  }

  /** Reports addresses that cannot be sent. */
  void report(RowGroup group, OrderLines lines, MappingSink sink) {
    for (IdentityCell cell : List.of(page, picture)) {
      for (int k = 0; k < lines.good() && cell.isBound(); k++) {
        int row = lines.row(k);
        if (cell.read(group.column(cell.index(), row), group.row(row), NOBODY)
            == IdentityCell.Read.BAD) {
          sink.dropped(row, cell.code(), cell.label(), "");
        }
      }
    }
  }

  /** Writes the distinct names, categories and brands of all items. */
  void writeLists(RowGroup group, OrderLines lines, JsonBytes json) {
    list(NAMES, name, group, lines, json);
    list(CATEGORIES, category, group, lines, json);
    list(BRANDS, brand, group, lines, json);
  }

  private static final byte[] NAMES = JsonBytes.key("ItemNames");
  private static final byte[] BRANDS = JsonBytes.key("Brands");

  private void list(byte[] key, PlainCell cell, RowGroup group, OrderLines lines, JsonBytes json) {
    if (!cell.isBound()) {
      return;
    }
    distinct.clear();
    for (int k = 0; k < lines.good(); k++) {
      Text text = cell.read(group, lines.row(k));
      if (!text.isEmpty()) {
        distinct.add(text.decode());
      }
    }
    if (!distinct.isEmpty()) {
      json.key(key).beginArray();
      distinct.forEach(json::text);
      json.endArray();
    }
  }
}
