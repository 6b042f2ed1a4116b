package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderCurrency;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.normalise.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is common to all rows of an order, and its amounts. Reused from order to order by one
 * thread.
 */
final class TikTokOrder {
  private final OrderLines lines;
  private final Subject subject;
  private final TikTokPerson person;
  private final OrderCurrency currencies;
  private final TikTokAmount amount;
  private final List<Field> attributes = new ArrayList<>();
  private final Field orderId;
  private final Field shopId;
  private final Field description;
  private final Field contentType;
  private final Field channel;
  private final Field category;

  TikTokOrder(
      Binding binding,
      DestinationSpec spec,
      TikTokSettings settings,
      OrderLines lines,
      Subject subject) {
    this.lines = lines;
    this.subject = subject;
    this.person = new TikTokPerson(binding, spec, settings.reading(), subject);
    this.currencies = new OrderCurrency(binding, "currency", settings.reading().currency());
    this.amount = new TikTokAmount(binding);
    this.orderId = attribute(binding, spec, "order_id");
    this.shopId = attribute(binding, spec, "shop_id");
    this.description = attribute(binding, spec, "description");
    this.contentType = attribute(binding, spec, "content_type");
    this.channel = attribute(binding, spec, "event_channel");
    this.category = attribute(binding, spec, "transaction_category");
  }

  private Field attribute(Binding binding, DestinationSpec spec, String column) {
    Field field = new Field(binding, spec.column(column).orElseThrow(), Field.Gather.FIRST);
    if (field.isBound()) {
      attributes.add(field);
    }
    return field;
  }

  /** Reads the currency of the judged rows; what is wrong with it. */
  Optional<Code> readCurrency(RowGroup group) {
    currencies.read(group, lines);
    return currencies
        .fault()
        .or(
            () ->
                currencies
                    .currency()
                    .filter(c -> !TikTokCurrencies.isListed(c))
                    .map(c -> Code.UNSUPPORTED_CURRENCY));
  }

  /** Reads attributes and amounts of the good rows. */
  void read(RowGroup group, MappingSink sink) {
    for (int i = 0; i < attributes.size(); i++) {
      Field field = attributes.get(i);
      field.clear();
      for (int k = 0; k < lines.good(); k++) {
        field.read(group, lines.row(k), subject, sink);
      }
      if (field.isConflicting()) {
        sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, field.label(), "");
      }
    }
    amount.read(lines, currency().digits(), sink);
    person.report(sink);
  }

  /** The rows in canonical order. */
  OrderLines lines() {
    return lines;
  }

  TikTokPerson person() {
    return person;
  }

  TikTokAmount amount() {
    return amount;
  }

  /** The order's currency, once it was read without a fault. */
  Currency currency() {
    return currencies.currency().orElseThrow();
  }

  String currencyLabel() {
    return currencies.label();
  }

  Field orderId() {
    return orderId;
  }

  Field shopId() {
    return shopId;
  }

  Field description() {
    return description;
  }

  Field contentType() {
    return contentType;
  }

  /** Where it happened, as a word of TikTok's older endpoint. */
  Field channel() {
    return channel;
  }

  /** What files say of where it happened. */
  Field category() {
    return category;
  }
}
