package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper.Membership;
import dev.footfall.core.event.EventNames;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.util.Optional;

/** What rows and events are known by: in groups, to TikTok, to the ledger. One thread. */
final class TikTokNames {
  private static final int DIGITS = 32;

  private final EventSets sets;
  private final PlainCell eventIds;
  private final PlainCell orderIds;
  private final WordCell<EventType> types;
  private final EventNames names = new EventNames();

  TikTokNames(Binding binding, EventSets sets, WordCell<EventType> types) {
    this.sets = sets;
    this.types = types;
    this.eventIds = new PlainCell(binding, "event_id");
    this.orderIds = new PlainCell(binding, "order_id");
  }

  /** The event id that the query gives; empty when it gives none. */
  Text eventId(RowGroup group) {
    return eventIds.read(group, 0);
  }

  String eventIdLabel() {
    return eventIds.label();
  }

  /** The order id; empty when there is none. */
  Text orderId(RowGroup group, int row) {
    return orderIds.read(group, row);
  }

  /** The key of rows that share an event id or else an order id; nothing where there is neither. */
  Optional<Membership> group(RowBatch batch, int row, ByteBuilder key) {
    Text id = eventIds.read(batch, row);
    boolean isExplicit = !id.isEmpty();
    if (!isExplicit) {
      id = orderIds.read(batch, row);
    }
    if (id.isEmpty()) {
      return Optional.empty();
    }
    key.add(id).add(0).add(isExplicit ? 'i' : 'o').add(sets.read(batch, row)).add(0);
    Optional<EventType> type = types.read(batch, row);
    if (type.isPresent()) {
      key.add(type.get().bytes());
    } else {
      key.add(1).add(types.text(batch, row));
    }
    return GROUPED;
  }

  private static final Optional<Membership> GROUPED = Optional.of(Membership.GROUPED);

  /** Names a group's event for the ledger; false when only the built event has a name. */
  boolean identify(EventType type, RowGroup group, ByteBuilder material) {
    Text id = eventIds.read(group, 0);
    boolean isExplicit = !id.isEmpty();
    if (!isExplicit) {
      id = orderIds.read(group, 0);
    }
    if (id.isEmpty()) {
      return false;
    }
    begin(isExplicit ? 'i' : 'o', type, group, material).add(id);
    return true;
  }

  private ByteBuilder begin(char kind, EventType type, RowGroup group, ByteBuilder material) {
    return material.add(kind).add(sets.read(group, 0)).add(0).add(type.bytes()).add(0);
  }

  /** The event id: the query's own, or made of the order, or else of the person. */
  String id(EventType type, long seconds, TikTokPerson person, RowGroup group) {
    Text given = eventIds.read(group, 0);
    if (!given.isEmpty()) {
      return given.decode();
    }
    ByteBuilder text = names.begin();
    Text order = orderIds.read(group, 0);
    if (order.isEmpty()) {
      person.nameInto(text);
    } else {
      text.add(order);
    }
    text.add('|').add(type.bytes()).add('|').add(seconds);
    return names.hex(DIGITS);
  }

  /** What the ledger knows a built event by. */
  byte[] key(EventType type, String id, RowGroup group, ByteBuilder material) {
    if (!identify(type, group, material.clear())) {
      begin('i', type, group, material).add(Text.utf8(id));
    }
    return material.copy();
  }
}
