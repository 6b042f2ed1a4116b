package dev.footfall.destinations.google;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.CanonicalRow;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.NumberRules;
import dev.footfall.core.event.OrderColumns;
import dev.footfall.core.event.OrderCurrency;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.event.TieBreak;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Countries;
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One order, read part by part. Reused from order to order by one thread. */
final class GoogleOrder {
  private static final OrderColumns COLUMNS =
      new OrderColumns(
          "timestamp",
          "product_id",
          "unit_price",
          "quantity",
          "conversion_value",
          List.of("is_return", "is_cancellation"));
  private static final int MOST_ID_CHARACTERS = 64;

  private final GoogleSettings settings;
  private final OrderLines lines;
  private final Subjects subjects;
  private final ClickIds clicks;
  private final GoogleIdentity identity;
  private final GoogleConsent consent;
  private final GoogleFields stores;
  private final Field store;
  private final OrderCurrency currencies;
  private final GoogleAmount amount;
  private final GoogleCart cart;
  private final PlainCell orderIds;

  GoogleOrder(
      DestinationSpec spec, GoogleSettings settings, RouteContext context, boolean isHashed) {
    Binding binding = context.binding();
    ZoneId zone = GoogleSettings.zone(context.settings(), context.zone());
    this.settings = settings;
    this.lines =
        new OrderLines(
            binding,
            COLUMNS,
            NumberRules.BAD,
            TieBreak.byCanonicalJson(new CanonicalRow(binding)),
            new Timestamps(zone));
    this.subjects =
        new Subjects(
            binding,
            inLowerCase(spec.column("country").orElseThrow()),
            settings.reading().phoneRegion(),
            context.now().atZone(zone).toLocalDate());
    this.clicks = new ClickIds(binding, spec);
    this.identity = new GoogleIdentity(binding, spec, settings, isHashed);
    this.consent = new GoogleConsent(binding, settings);
    this.stores = new GoogleFields(binding, spec);
    this.store = stores.first("store_id");
    this.currencies = new OrderCurrency(binding, "currency_code", settings.reading().currency());
    this.amount = new GoogleAmount(binding);
    this.cart = new GoogleCart(binding, spec, settings);
    this.orderIds = new PlainCell(binding, "order_id");
  }

  /** Normalisers know countries in lower case, Google in capitals. */
  private static ColumnSpec inLowerCase(ColumnSpec country) {
    return country.rule(
        FieldRule.plain(Countries.english(Countries.Code.ALPHA_2_LOWER), Code.BAD_COUNTRY));
  }

  /** Reads times and numbers; rows without a readable time leave. */
  void readLines(RowGroup group, MappingSink sink) {
    lines.read(group, sink);
    lines.rejectUntimely(sink);
  }

  /** Reads by what Google could find the person. */
  void readPerson(RowGroup group, MappingSink sink) {
    if (!settings.isFile()) {
      clicks.read(group, lines, subjects, sink);
    }
    identity.read(group, lines, subjects, sink);
  }

  /** Whether Google could find somebody. */
  boolean isIdentified() {
    return clicks.isPresent() || identity.isPresent();
  }

  /** What is wrong with the order's id, if anything; the id itself is never told. */
  Optional<Code> idFault(RowGroup group) {
    Text id = orderId(group);
    if (id.isEmpty() || id.decode().codePointCount(0, id.decode().length()) > MOST_ID_CHARACTERS) {
      return Optional.of(Code.MISSING_ORDER_ID);
    }
    for (int i = id.start(); i < id.end(); i++) {
      if (id.bytes()[i] == '@') {
        return Optional.of(Code.ORDER_ID_CONTAINS_PII);
      }
    }
    return Optional.empty();
  }

  /** Whether a store sale lacks its store. */
  boolean lacksStore(RowGroup group, MappingSink sink) {
    if (settings.target().isStoreSales()) {
      stores.read(group, lines, subjects, sink);
    }
    return settings.target().isStoreSales() && !store.isPresent();
  }

  /** Reads the currency; what is wrong with it, if anything. */
  Optional<Code> readCurrency(RowGroup group) {
    currencies.read(group, lines);
    return currencies.fault().filter(fault -> settings.isFile() || fault != Code.MISSING_CURRENCY);
  }

  /** Reads the value of the good rows; why there is none, where one is needed. */
  Optional<Code> readAmount() {
    amount.read(lines, currencies.currency().map(Currency::digits).orElse(2));
    return settings.isFile() && !amount.isPresent()
        ? Optional.of(Code.MISSING_VALUE)
        : Optional.empty();
  }

  /** Says what the operator should know of an order that goes out. */
  void report(int mostIdentifiers, MappingSink sink) {
    clicks.report(sink);
    identity.report(mostIdentifiers, sink);
    amount.report(lines, hasCurrency(), sink);
    if (settings.target().isStoreSales()) {
      stores.reportConflicts(sink);
    }
  }

  /** Whether it is said where an event came about. */
  static boolean isEnvironment(Field environment) {
    return environment.isPresent() && environment.first().length() == "APP".length();
  }

  void writeCart(RowGroup group, JsonBytes json, MappingSink sink) {
    if (!clicks.isBraid()) {
      cart.write(group, lines, subjects, json, sink);
    }
  }

  OrderLines lines() {
    return lines;
  }

  Subjects subjects() {
    return subjects;
  }

  ClickIds clicks() {
    return clicks;
  }

  GoogleIdentity identity() {
    return identity;
  }

  GoogleConsent consent() {
    return consent;
  }

  GoogleAmount amount() {
    return amount;
  }

  Field store() {
    return store;
  }

  PlainCell orderIds() {
    return orderIds;
  }

  /** The order's id, valid until the next one is read; empty when there is none. */
  Text orderId(RowGroup group) {
    return orderIds.read(group, 0);
  }

  boolean hasCurrency() {
    return currencies.currency().isPresent();
  }

  String currency() {
    return currencies.currency().map(Currency::code).orElse("");
  }

  String currencyLabel() {
    return currencies.label();
  }
}
