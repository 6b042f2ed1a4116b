package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.event.UtcTime;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/**
 * What the ledger knows conversions by. People are named by the hash of their address, never by
 * what the operator made of it, because that changes about once a year. One thread.
 */
final class LedgerNames {
  private static final int SEPARATOR = 0x1F;
  private static final byte[] HEAD =
      Text.utf8("footfall-event/1\u001F" + TradeDeskSpec.TYPE + "\u001F");
  private static final byte[] ORDER = Text.utf8("order");
  private static final byte[] ROW = Text.utf8("row");

  private final PlainCell codes;
  private final ByteBuilder material = new ByteBuilder(256);

  LedgerNames(Binding binding) {
    this.codes = new PlainCell(binding, "item_code");
  }

  /** Names an order's conversion. */
  static void orderInto(EventName name, Text tag, Text orderId, ByteBuilder target) {
    begin(name, tag, target).add(ORDER).add(SEPARATOR).add(orderId);
  }

  private static ByteBuilder begin(EventName name, Text tag, ByteBuilder target) {
    target.add(HEAD).add(tag).add(SEPARATOR);
    return target.add(name.bytes()).add(SEPARATOR);
  }

  /** What the ledger knows an order's conversion by. */
  KeyMaterial order(EventName name, Text tag, Text orderId) {
    orderInto(name, tag, orderId, material.clear());
    return KeyMaterial.of(material.copy());
  }

  /** What it knows a conversion without order id by: all that it says. */
  KeyMaterial alone(RowGroup group, TradeDeskOrder order, EventName name, Text tag) {
    begin(name, tag, material.clear()).add(ROW).add(SEPARATOR);
    OrderLines lines = order.lines();
    UtcTime.write(lines.seconds(), 'T', material);
    int millis = (int) Math.floorMod(Math.floorDiv(lines.micros(), 1000L), 1000L);
    if (millis != 0) {
      material.add('.').add('0' + millis / 100).add('0' + millis / 10 % 10).add('0' + millis % 10);
    }
    material.add('Z').add(SEPARATOR);
    if (order.hasTotal()) {
      addTotal(order.total());
    }
    material.add(SEPARATOR);
    addPerson(order.person());
    for (int k = 0; k < lines.good(); k++) {
      material.add(k == 0 ? SEPARATOR : ',').add(codes.read(group, lines.row(k)));
    }
    return KeyMaterial.of(material.copy());
  }

  private void addTotal(Decimal total) {
    material.ensure(total.maxWidth());
    material.length(total.write(material.bytes(), material.length()));
  }

  /** The first identifier: what is added later sends nothing twice. */
  private void addPerson(TradeDeskPerson person) {
    Kind kind = person.size() > 0 ? person.kind(0) : Kind.IMPRESSION;
    material.add(Text.utf8(kind.word())).add(SEPARATOR);
    if (person.size() > 0) {
      material.add(person.value(0));
    } else {
      material.add(Text.utf8(person.impression().first()));
    }
  }
}
