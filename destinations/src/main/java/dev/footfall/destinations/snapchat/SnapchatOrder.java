package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.CanonicalRow;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.NumberRules;
import dev.footfall.core.event.OrderColumns;
import dev.footfall.core.event.OrderCurrency;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.TieBreak;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One order, or one row of a file, read part by part. Reused by one thread. */
final class SnapchatOrder {
  /** No column: quantities and unit prices are read by {@link RowNumbers}, which drops bad ones. */
  private static final String ELSEWHERE = "";

  private static final List<String> RETURNS = List.of("is_return", "is_cancellation");

  private final OrderLines lines;
  private final RowNumbers numbers;
  private final SnapchatAmount amount;
  private final SnapchatPerson person;
  private final SnapchatPrivacy privacy;
  private final SnapchatItems items;
  private final OrderCurrency currencies;
  private final Set<String> accepted;
  private final PlainCell orderIds;
  private final PlainCell eventIds;
  private final String timeLabel;

  SnapchatOrder(DestinationSpec spec, SnapchatSettings settings, RouteContext context) {
    Binding binding = context.binding();
    ZoneId zone = SnapchatSettings.zone(context.settings(), context.zone());
    boolean takesReturns = settings.money().takesReturns();
    Code negative = takesReturns ? Code.BAD_VALUE : Code.RETURN_OR_CANCELLATION;
    this.lines =
        new OrderLines(
            binding,
            new OrderColumns(
                "timestamp",
                "item_id",
                ELSEWHERE,
                ELSEWHERE,
                "price",
                takesReturns ? List.of() : RETURNS),
            takesReturns ? NumberRules.BAD : NumberRules.RETURN,
            TieBreak.byNumbersThenTexts(new CanonicalRow(binding)),
            new Timestamps(zone));
    this.numbers = new RowNumbers(binding, negative);
    SnapchatSettings.PriceIs priceIs =
        settings.isByRow() && binding.vocabulary() == Vocabulary.PLATFORM
            ? SnapchatSettings.PriceIs.LINE_TOTAL
            : settings.money().priceIs();
    this.amount = new SnapchatAmount(binding, priceIs, numbers, lines);
    this.person =
        new SnapchatPerson(
            binding, spec, settings.reading(), context.now().atZone(zone).toLocalDate());
    this.privacy = new SnapchatPrivacy(binding, settings.reading());
    this.items = new SnapchatItems(binding, amount, lines);
    this.currencies = new OrderCurrency(binding, "currency", settings.money().fallback());
    this.accepted = settings.money().currencies();
    this.orderIds = new PlainCell(binding, "transaction_id");
    this.eventIds = new PlainCell(binding, "event_id");
    this.timeLabel = binding.label("timestamp");
  }

  /** Reads times and numbers; rows without a readable time leave. */
  void readLines(RowGroup group, MappingSink sink) {
    lines.read(group, sink);
    lines.rejectUntimely(sink);
    numbers.read(group, lines, sink);
  }

  /**
   * Reads the currency; what is wrong with it, if anything.
   *
   * @param isNeeded whether the event cannot go without
   */
  Optional<Code> readCurrency(RowGroup group, boolean isNeeded) {
    currencies.read(group, lines);
    Optional<Code> fault = currencies.fault();
    if (fault.isPresent()) {
      return fault.filter(code -> isNeeded || code != Code.MISSING_CURRENCY);
    }
    boolean isTaken = accepted.contains(currency());
    return isTaken ? Optional.empty() : Optional.of(Code.BAD_CURRENCY);
  }

  /** Reads amounts and items of the good rows. */
  void readAmount(RowGroup group, MappingSink sink) {
    amount.read(digits(), sink);
    items.read(group);
    if (lines.line(0).seconds() != lines.line(lines.good() - 1).seconds()) {
      sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, timeLabel, "the earliest counts");
    }
  }

  OrderLines lines() {
    return lines;
  }

  RowNumbers numbers() {
    return numbers;
  }

  SnapchatAmount amount() {
    return amount;
  }

  SnapchatPerson person() {
    return person;
  }

  SnapchatPrivacy privacy() {
    return privacy;
  }

  SnapchatItems items() {
    return items;
  }

  PlainCell orderIds() {
    return orderIds;
  }

  /** The order's id as it is sent, valid until the next one is read; empty when there is none. */
  Text orderId(RowGroup group) {
    return orderIds.read(group, 0);
  }

  /** The first event id of the good rows, valid until the next one is read; may be empty. */
  Text eventId(RowGroup group) {
    for (int k = 0; k < lines.good() - 1 && eventIds.isBound(); k++) {
      Text id = eventIds.read(group, lines.row(k));
      if (!id.isEmpty()) {
        return id;
      }
    }
    return eventIds.read(group, lines.row(lines.good() - 1));
  }

  /** The order's currency; empty when there is none. */
  String currency() {
    return currencies.currency().map(Currency::code).orElse("");
  }

  String currencyLabel() {
    return currencies.label();
  }

  /** Digits after the point of amounts. */
  int digits() {
    return currencies.currency().map(Currency::digits).orElse(2);
  }
}
