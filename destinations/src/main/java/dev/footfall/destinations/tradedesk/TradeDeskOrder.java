package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.CanonicalRow;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.NumberRules;
import dev.footfall.core.event.OrderColumns;
import dev.footfall.core.event.OrderCurrency;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.event.TieBreak;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One order, read part by part. Reused from order to order by one thread. */
final class TradeDeskOrder {
  /** Prices and quantities are the items' matter: wrong ones do not take out their row. */
  private static final OrderColumns COLUMNS =
      new OrderColumns("timestamp", "", "", "", "value", List.of("is_return", "is_cancellation"));

  private static final byte[] VALUE = JsonBytes.key("Value");
  private static final byte[] CURRENCY = JsonBytes.key("ValueCurrency");
  private static final byte[] MERCHANT = JsonBytes.key("MerchantId");

  private final OrderLines lines;
  private final TradeDeskPerson person;
  private final TradeDeskPlace place;
  private final TradeDeskItems items;
  private final TradeDeskSlots slots;
  private final TradeDeskPrivacy privacy;
  private final OrderCurrency currencies;
  private final TradeDeskTexts merchants;
  private final Field merchant;
  private final TradeDeskSettings settings;
  private final String valueLabel;
  private final Subject nobody;
  private final Decimal total = new Decimal();
  private final Text text = new Text();
  private boolean hasTotal;
  private boolean hasMerchant;

  TradeDeskOrder(DestinationSpec spec, TradeDeskSettings settings, RouteContext context) {
    Binding binding = context.binding();
    ZoneId zone = TradeDeskSettings.zone(context.settings(), context.zone());
    LocalDate today = context.now().atZone(zone).toLocalDate();
    this.settings = settings;
    this.items = new TradeDeskItems(binding);
    this.lines =
        new OrderLines(
            binding,
            COLUMNS,
            NumberRules.RETURN,
            byPriceThenTexts(items, new CanonicalRow(binding)),
            new Timestamps(zone));
    String region = settings.reading().phoneRegion();
    Subjects subjects =
        new Subjects(binding, spec.column("customer_country").orElseThrow(), region, today);
    this.person = new TradeDeskPerson(binding, spec, settings.people(), subjects);
    this.place = new TradeDeskPlace(binding, spec, settings.reading().countries());
    this.slots = new TradeDeskSlots(binding, spec, settings.reading().storeSlot());
    this.privacy = new TradeDeskPrivacy(binding, spec);
    this.currencies =
        new OrderCurrency(binding, "valuecurrency", settings.reading().defaultCurrency());
    this.merchants = new TradeDeskTexts(binding, spec, List.of("merchant_id"));
    this.merchant = merchants.field("merchant_id");
    this.valueLabel = binding.label("value");
    this.nobody = new Subject("", region, today);
  }

  /** Whatever order the query returned them in: lines of one time by price, then by their texts. */
  private static TieBreak byPriceThenTexts(TradeDeskItems items, CanonicalRow row) {
    TieBreak byTexts = TieBreak.byNumbersThenTexts(row);
    return (group, a, left, b, right) -> {
      int byPrice = items.byPrice(group, a, b);
      return byPrice != 0 ? byPrice : byTexts.compare(group, a, left, b, right);
    };
  }

  /** Reads times and values; rows without a readable time leave. */
  void readLines(RowGroup group, MappingSink sink) {
    lines.read(group, sink);
    lines.rejectUntimely(sink);
  }

  /** Reads who and where. */
  void readPerson(RowGroup group, MappingSink sink) {
    person.read(group, lines, sink);
    place.read(group, lines, nobody, sink);
  }

  /** Reads the currency; what is wrong with it, if anything. */
  Optional<Code> readCurrency(RowGroup group) {
    currencies.read(group, lines);
    return currencies.fault().filter(fault -> fault != Code.MISSING_CURRENCY);
  }

  /** Reads what is left, on the good rows. */
  void readRest(RowGroup group, MappingSink sink) {
    slots.read(group, lines, nobody, sink);
    privacy.read(group, lines, nobody, sink);
    merchants.read(group, lines, nobody, sink);
    items.read(group, lines, sink);
    readTotal(sink);
  }

  private void readTotal(MappingSink sink) {
    hasTotal = false;
    boolean disagree = false;
    for (int k = 0; k < lines.good(); k++) {
      if (lines.line(k).hasValue()) {
        disagree |= hasTotal && total.compareWith(lines.line(k).value()) != 0;
        if (!hasTotal) {
          total.set(lines.line(k).value());
        }
        hasTotal = true;
      }
    }
    if (disagree) {
      sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, valueLabel, "");
    }
    if (!hasTotal && items.isComputable()) {
      total.set(items.total());
      hasTotal = true;
      if (lines.isPartial()) {
        sink.notice(Code.VALUE_PARTIAL, "", "");
      }
    }
    total.round(digits());
  }

  OrderLines lines() {
    return lines;
  }

  TradeDeskPerson person() {
    return person;
  }

  TradeDeskPlace place() {
    return place;
  }

  TradeDeskPrivacy privacy() {
    return privacy;
  }

  /** Whether the order has a value. */
  boolean hasTotal() {
    return hasTotal;
  }

  /** The order's value, rounded to its currency's digits. */
  Decimal total() {
    return total;
  }

  String currencyLabel() {
    return currencies.label();
  }

  private int digits() {
    return currencies.currency().map(Currency::digits).orElse(2);
  }

  /** Writes the value, and its currency beside it. */
  void writeValue(JsonBytes json) {
    if (hasTotal) {
      json.key(VALUE).numberText(total);
      if (currencies.currency().isPresent()) {
        json.key(CURRENCY).text(currencies.currency().get().code());
      }
    }
  }

  /** Writes the row's merchant, or else the one that is set. */
  void writeMerchant(JsonBytes json, MappingSink sink) {
    merchants.report(sink);
    hasMerchant = merchant.isPresent() && isNumber();
    if (hasMerchant) {
      merchant.writeText(json, MERCHANT);
      return;
    }
    if (merchant.isPresent()) {
      sink.notice(Code.FIELD_DROPPED, merchant.label(), "not digits alone");
    }
    Optional<String> usual = settings.target().merchantId();
    if (usual.isPresent()) {
      json.key(MERCHANT).text(usual.get());
      hasMerchant = true;
    }
  }

  private boolean isNumber() {
    merchant.value(0, text);
    for (int i = text.start(); i < text.end(); i++) {
      if (text.bytes()[i] < '0' || text.bytes()[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** Writes the line items and all that follows; the merchant must have been written. */
  void writeRest(RowGroup group, JsonBytes json, MappingSink sink) {
    if (hasMerchant || !settings.reading().itemsNeedMerchant()) {
      items.write(group, lines, digits(), json, sink);
    }
    slots.write(json, sink);
    privacy.write(json, sink);
  }
}
