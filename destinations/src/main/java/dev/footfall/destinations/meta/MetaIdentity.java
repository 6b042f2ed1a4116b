package dev.footfall.destinations.meta;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventNames;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;

/** What events are called, by Meta and by the ledger. One thread. */
final class MetaIdentity {
  private final EventNames names = new EventNames();
  private final ByteBuilder own = new ByteBuilder(128);
  private final ByteBuilder alias = new ByteBuilder(128);
  private final Decimal number = new Decimal();

  /** The id of an order's event. */
  String ofOrder(Text orderId, EventName name, long seconds) {
    names.begin().add(orderId).add('|').add(name.bytes()).add('|').add(seconds);
    return names.hex(Sha256.HEX);
  }

  /** The digits of the id that was made last. */
  byte[] digits() {
    return names.digits();
  }

  /** The id of the event of a row without order id. */
  String ofRow(EventName name, OrderLines lines, MetaPerson person, MetaOrder order) {
    OrderLine line = lines.line(0);
    ByteBuilder text = names.begin();
    text.add('|').add(name.bytes()).add('|').add(lines.seconds()).add('|');
    person.nameInto(text);
    text.add(line.product()).add('|');
    if (line.hasQuantity()) {
      digits(number.set(line.quantity()).strip(), text);
    }
    text.add('|');
    if (line.hasPrice() || line.hasValue()) {
      digits(number.set(line.hasPrice() ? line.price() : line.value()).round(order.digits()), text);
    }
    return names.hex(Sha256.HEX);
  }

  private static void digits(Decimal number, ByteBuilder text) {
    text.ensure(number.maxWidth());
    text.length(number.write(text.bytes(), text.length()));
  }

  /** Names an order's event for the ledger. */
  static void orderInto(ByteBuilder material, EventName name, Text orderId) {
    material.add('o').add(name.bytes()).add(0).add(orderId);
  }

  /** What the ledger knows an event by. */
  KeyMaterial keys(EventName name, Text orderId, String id, boolean isExplicit) {
    if (orderId.isEmpty()) {
      return KeyMaterial.of(eventInto(own.clear(), name, id));
    }
    orderInto(own.clear(), name, orderId);
    return isExplicit
        ? new KeyMaterial(own.copy(), eventInto(alias.clear(), name, id))
        : KeyMaterial.of(own.copy());
  }

  private static byte[] eventInto(ByteBuilder material, EventName name, String id) {
    return material
        .add('i')
        .add(name.bytes())
        .add(0)
        .add(id.getBytes(StandardCharsets.UTF_8))
        .copy();
  }
}
