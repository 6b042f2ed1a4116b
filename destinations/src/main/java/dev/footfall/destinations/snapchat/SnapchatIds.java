package dev.footfall.destinations.snapchat;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventNames;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;

/** What events are called, by Snapchat and by the ledger. One thread. */
final class SnapchatIds {
  private static final char UNIT = 0x1F;
  private static final byte[] ORDER = Text.utf8("order");
  private static final byte[] ROW = Text.utf8("row");

  private final byte[] beginning;
  private final EventNames names = new EventNames();
  private final ByteBuilder material = new ByteBuilder(256);

  SnapchatIds(String pixelId) {
    this.beginning = Text.utf8("footfall-event/1" + UNIT + "snapchat" + UNIT + pixelId + UNIT);
  }

  /** The id of an order's event. */
  String ofOrder(EventName name, Text orderId) {
    begin(name, ORDER).add(orderId);
    return names.hex(Sha256.HEX);
  }

  /** The id of an event without order: all that it says. */
  String ofRow(EventName name, SnapchatOrder order) {
    ByteBuilder id = begin(name, ROW);
    id.add(order.lines().seconds()).add(UNIT);
    order.person().firstInto(id);
    id.add(UNIT);
    if (order.amount().hasTotal()) {
      decimal(order.amount().total(), id);
    }
    id.add(UNIT);
    if (order.amount().hasCount()) {
      decimal(order.amount().count(), id);
    }
    id.add(UNIT);
    order.items().joinInto(id, ',');
    return names.hex(Sha256.HEX);
  }

  private ByteBuilder begin(EventName name, byte[] kind) {
    return names.begin().add(beginning).add(name.bytes()).add(UNIT).add(kind).add(UNIT);
  }

  private static void decimal(Decimal value, ByteBuilder out) {
    out.ensure(value.maxWidth());
    out.length(value.write(out.bytes(), out.length()));
  }

  /** Names an order's event for the ledger. */
  static void orderInto(EventName name, Text orderId, ByteBuilder target) {
    target.add('o').add(name.bytes()).add(0).add(orderId);
  }

  /** What the ledger knows an order's event by; an id that was given must not come twice either. */
  KeyMaterial order(EventName name, Text orderId, Text given) {
    orderInto(name, orderId, material.clear());
    byte[] own = material.copy();
    return given.isEmpty()
        ? KeyMaterial.of(own)
        : new KeyMaterial(own, alone(name, given.decode()));
  }

  /** What the ledger knows an event without order by. */
  byte[] alone(EventName name, String id) {
    material.clear().add('i').add(name.bytes()).add(0).add(id.getBytes(StandardCharsets.UTF_8));
    return material.copy();
  }
}
