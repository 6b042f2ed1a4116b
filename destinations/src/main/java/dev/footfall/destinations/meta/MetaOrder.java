package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderCurrency;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Optional;

/** What was bought: {@code custom_data}. Reused from order to order by one thread. */
final class MetaOrder {
  private static final int DIGITS_WITHOUT_CURRENCY = 2;
  private static final byte[] CUSTOM_DATA = JsonBytes.key("custom_data");
  private static final byte[] CURRENCY = JsonBytes.key("currency");
  private static final byte[] VALUE = JsonBytes.key("value");
  private static final byte[] ORDER_ID = JsonBytes.key("order_id");
  private static final byte[] STORE_DATA = JsonBytes.key("store_data");

  private final Binding binding;
  private final Subjects subjects;
  private final OrderCurrency currencies;
  private final MetaAmount amount;
  private final MetaBasket basket;
  private final MetaFields details;
  private final MetaFields itemNumbers;
  private final Field itemNumber;
  private final MetaFields store;
  private final MetaFields more;
  private final MetaFields search;
  private final Text cell = new Text();
  private boolean isPriced;

  MetaOrder(Binding binding, DestinationSpec spec, MetaSettings settings, Subjects subjects) {
    this.binding = binding;
    this.subjects = subjects;
    this.currencies = new OrderCurrency(binding, "currency", settings.defaults().currency());
    this.amount = new MetaAmount(binding, settings.rules());
    this.basket = new MetaBasket(binding, subjects);
    this.details = fields(spec, "delivery_category");
    this.itemNumbers = new MetaFields(binding);
    this.itemNumber = itemNumbers.first(spec.column("item_number").orElseThrow());
    this.store = fields(spec, "store_code", "store_page_id", "brand_page_id");
    this.more = fields(spec, "net_revenue", "predicted_ltv", "customer_segmentation");
    this.search = fields(spec, "search_string");
  }

  private MetaFields fields(DestinationSpec spec, String... columns) {
    MetaFields fields = new MetaFields(binding);
    for (String column : columns) {
      fields.first(spec.column(column).orElseThrow());
    }
    return fields;
  }

  /** Reads the currency; false, and all rows are rejected, when the event cannot go with it. */
  boolean readCurrency(RowGroup group, OrderLines lines, EventName name, MappingSink sink) {
    currencies.read(group, lines);
    Optional<Code> fault = currencies.fault();
    isPriced = fault.isEmpty() || fault.get() == Code.MISSING_CURRENCY;
    if (fault.isPresent() && (name.isPurchase() || fault.get() == Code.CURRENCY_CONFLICT)) {
      sink.rejectAll(fault.get(), currencies.label(), "");
      return false;
    }
    if (!isPriced) {
      reportCurrency(group, lines, sink);
    }
    return true;
  }

  /** An unreadable currency goes, and the value with it. */
  private void reportCurrency(RowGroup group, OrderLines lines, MappingSink sink) {
    int index = binding.index("currency");
    for (int k = 0; k < lines.good(); k++) {
      int row = lines.row(k);
      Column column = group.column(index, row);
      if (!column.isNull(group.row(row))) {
        column.text(group.row(row), cell);
        if (!cell.trim().isEmpty()) {
          sink.dropped(row, Code.BAD_CURRENCY, currencies.label(), "the value goes with it");
        }
      }
    }
  }

  /** Reads amounts and details of the good rows. */
  void read(RowGroup group, OrderLines lines, EventName name, MappingSink sink) {
    amount.read(lines, digits(), sink);
    if (lines.isPartial() && amount.isKnown()) {
      sink.notice(Code.VALUE_PARTIAL, "", "");
    }
    details.read(group, lines, subjects, sink);
    itemNumbers.read(group, lines, subjects, sink);
    store.read(group, lines, subjects, sink);
    more.read(group, lines, subjects, sink);
    if (name.isSearch()) {
      search.read(group, lines, subjects, sink);
    }
  }

  MetaAmount amount() {
    return amount;
  }

  /** Digits after the point of the order's amounts. */
  int digits() {
    return currencies.currency().map(Currency::digits).orElse(DIGITS_WITHOUT_CURRENCY);
  }

  /** Writes what there is. */
  void write(
      RowGroup group,
      OrderLines lines,
      EventName name,
      Text orderId,
      JsonBytes json,
      MappingSink sink) {
    int before = json.length();
    json.key(CUSTOM_DATA).beginObject();
    int empty = json.length();
    writeValue(json);
    if (!orderId.isEmpty()) {
      json.key(ORDER_ID).text(orderId);
    }
    if (name.countsItems()) {
      basket.writeCount(lines, json);
    }
    basket.writeContents(group, lines, json, sink);
    writeDetails(name, json);
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endObject();
    }
  }

  private void writeValue(JsonBytes json) {
    if (isPriced && amount.isKnown()) {
      if (currencies.currency().isPresent()) {
        json.key(CURRENCY).text(currencies.currency().get().code());
      }
      json.key(VALUE).number(amount.total());
    }
  }

  private void writeDetails(EventName name, JsonBytes json) {
    details.write(json);
    if (!itemNumber.isConflicting()) {
      itemNumbers.write(json);
    }
    if (store.hasAny()) {
      json.key(STORE_DATA).beginObject();
      store.write(json);
      json.endObject();
    }
    more.write(json);
    if (name.isSearch()) {
      search.write(json);
    }
  }
}
