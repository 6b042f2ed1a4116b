package dev.footfall.destinations.pinterest;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventNames;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;

/** What events are called, by Pinterest and by the ledger. One thread. */
final class PinterestIds {
  private static final byte[] CHECKOUT = Text.utf8("checkout");
  private static final byte[] NO_ORDER = Text.utf8("noorder|");

  private final EventNames names = new EventNames();
  private final ByteBuilder material = new ByteBuilder(128);

  /** The id of an order's event. */
  String ofOrder(Text orderId, long seconds) {
    return finish(names.begin().add(orderId), seconds);
  }

  /** The id of an event without order, made of its person. */
  String ofPerson(PinterestPerson person, long seconds) {
    ByteBuilder name = names.begin();
    person.firstInto(name);
    return finish(name, seconds);
  }

  private String finish(ByteBuilder name, long seconds) {
    name.add('|').add(CHECKOUT).add('|').add(seconds);
    return names.hex(Sha256.HEX);
  }

  /** Names an order's event for the ledger. */
  static void orderInto(Text orderId, ByteBuilder target) {
    target.add('o').add(CHECKOUT).add(0).add(orderId);
  }

  /** What the ledger knows an order's event by. */
  KeyMaterial order(Text orderId) {
    orderInto(orderId, material.clear());
    return KeyMaterial.of(material.copy());
  }

  /**
   * What the ledger knows an event without order by: its id, and always also all that it says, so
   * that a change of setting sends nothing twice.
   */
  KeyMaterial alone(
      String id, PinterestPerson person, long seconds, Decimal value, String currency) {
    byte[] all = allOf(person, seconds, value, currency);
    if (id.isEmpty()) {
      return KeyMaterial.of(all);
    }
    material.clear().add('i').add(id.getBytes(StandardCharsets.US_ASCII));
    return new KeyMaterial(material.copy(), all);
  }

  private byte[] allOf(PinterestPerson person, long seconds, Decimal value, String currency) {
    ByteBuilder name = names.begin().add(NO_ORDER);
    person.allInto(name);
    name.add('|').add(seconds).add('|');
    name.ensure(value.maxWidth());
    name.length(value.write(name.bytes(), name.length()));
    name.add('|').add(Text.utf8(currency));
    return Text.utf8("n" + names.hex(Sha256.HEX));
  }
}
