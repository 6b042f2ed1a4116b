package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Fingerprint;
import dev.footfall.core.source.Text;

/**
 * Notices orders whose rows bear different event ids: they become several events. Remembers the
 * latest 32,768 orders, more or less, in half a megabyte. One thread.
 */
final class SplitOrders {
  private static final int SLOTS = 1 << 15;

  private final PlainCell orderIds;
  private long[] orders = {};
  private long[] events = {};

  SplitOrders(Binding binding) {
    this.orderIds = new PlainCell(binding, "order_id");
  }

  /** Notes an event with an id of its own, and whether its order was seen under another. */
  void report(Text eventId, RowGroup group, MappingSink sink) {
    Text order = orderIds.read(group, 0);
    if (order.isEmpty() || order.sameBytes(eventId)) {
      return;
    }
    if (orders.length == 0) {
      orders = new long[SLOTS];
      events = new long[SLOTS];
    }
    long orderPrint = print(order);
    long eventPrint = print(eventId);
    int slot = (int) (orderPrint & (SLOTS - 1));
    if (orders[slot] == orderPrint && events[slot] != eventPrint) {
      sink.notice(Code.ORDER_SPLIT, orderIds.label(), "");
    }
    orders[slot] = orderPrint;
    events[slot] = eventPrint;
  }

  private static long print(Text text) {
    return Fingerprint.of(text.bytes(), text.start(), text.end());
  }
}
