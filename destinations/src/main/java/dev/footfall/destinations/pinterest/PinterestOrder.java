package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.CanonicalRow;
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
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One order, read part by part. Reused from order to order by one thread. */
final class PinterestOrder {
  private static final OrderColumns COLUMNS =
      new OrderColumns(
          "event_time",
          "item_id",
          "price",
          "quantity",
          "value",
          List.of("is_return", "is_cancellation"));

  /** Times outside are mistakes of their unit. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final boolean isFile;
  private final OrderLines lines;
  private final PinterestPerson person;
  private final PinterestPrivacy privacy;
  private final OrderCurrency currencies;
  private final PinterestItems items;
  private final PinterestAmount amount;
  private final PinterestFields details;
  private final PinterestFields pages;
  private final PlainCell orderIds;
  private final Subjects subjects;

  PinterestOrder(
      Binding binding, DestinationSpec spec, PinterestSettings settings, Instant now, ZoneId zone) {
    this.isFile = settings.isFile();
    this.lines =
        new OrderLines(
            binding,
            COLUMNS,
            NumberRules.RETURN,
            TieBreak.byNumbersThenTexts(new CanonicalRow(binding)),
            new Timestamps(zone, EARLIEST, LATEST));
    this.subjects =
        new Subjects(
            binding,
            spec.column("country").orElseThrow(),
            settings.reading().phoneRegion(),
            now.atZone(zone).toLocalDate());
    this.person = new PinterestPerson(binding, spec, settings, subjects);
    this.privacy = new PinterestPrivacy(binding, settings);
    this.currencies = new OrderCurrency(binding, "currency", Optional.empty());
    this.items = new PinterestItems(binding);
    this.amount = new PinterestAmount(binding, items);
    this.details = fields(binding, spec, "content_name", "content_category", "content_brand");
    this.pages = fields(binding, spec, "event_source_url");
    this.orderIds = new PlainCell(binding, "order_id");
  }

  private static PinterestFields fields(Binding binding, DestinationSpec spec, String... columns) {
    PinterestFields fields = new PinterestFields(binding);
    for (String column : columns) {
      fields.add(spec.column(column).orElseThrow());
    }
    return fields;
  }

  /** Reads times, numbers and items; rows without a readable time leave. */
  void readLines(RowGroup group, MappingSink sink) {
    lines.read(group, sink);
    lines.rejectUntimely(sink);
    items.read(group, lines, sink);
  }

  /** Reads the currency; what is wrong with it, if anything. */
  Optional<Code> readCurrency(RowGroup group) {
    currencies.read(group, lines);
    return currencies.fault();
  }

  /** Reads amount and details of the good rows; why there is no amount, if there is none. */
  Optional<Code> readAmount(RowGroup group, MappingSink sink) {
    Optional<Code> fault = amount.read(group, lines, digits(), sink);
    if (fault.isEmpty() && !isFile) {
      details.read(group, lines, subjects, sink);
      pages.read(group, lines, subjects, sink);
    }
    return fault;
  }

  OrderLines lines() {
    return lines;
  }

  PinterestPerson person() {
    return person;
  }

  PinterestPrivacy privacy() {
    return privacy;
  }

  PinterestAmount amount() {
    return amount;
  }

  /** The order's id as it is sent, valid until the next one is read; empty when there is none. */
  Text orderId(RowGroup group) {
    return orderIds.read(group, 0);
  }

  PlainCell orderIds() {
    return orderIds;
  }

  String currency() {
    return currencies.currency().map(Currency::code).orElse("");
  }

  String currencyLabel() {
    return currencies.label();
  }

  private int digits() {
    return currencies.currency().map(Currency::digits).orElse(2);
  }

  void writePages(JsonBytes json) {
    pages.write(json);
  }

  void writeItems(JsonBytes json) {
    items.write(digits(), json);
  }

  void writeDetails(JsonBytes json) {
    details.write(json);
  }
}
