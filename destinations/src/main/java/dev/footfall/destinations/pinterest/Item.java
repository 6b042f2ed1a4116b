package dev.footfall.destinations.pinterest;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/** One item of an order, from a row's columns or from an element of its {@code contents}. */
final class Item {
  /** Texts in the order in which they are written. */
  final Text[] texts = {new Text(), new Text(), new Text(), new Text()};

  final Decimal price = new Decimal();
  final Decimal quantity = new Decimal();
  private final ByteBuilder own = new ByteBuilder(64);
  boolean hasPrice;
  boolean hasQuantity;

  /** Forgets its texts. */
  void clear() {
    own.clear();
    for (Text text : texts) {
      text.set(own.bytes(), 0, 0);
    }
  }

  /** Copies a text that its reader is about to forget. */
  void text(int i, Text text) {
    int start = own.length();
    own.add(text);
    texts[i].set(own.bytes(), start, own.length());
  }

  Text id() {
    return texts[0];
  }

  /** Whether it is worth an entry: what has neither id nor name is only an amount. */
  boolean isNamed() {
    return !texts[0].isEmpty() || !texts[1].isEmpty();
  }

  /** Whether any of its texts is there. */
  boolean isDescribed() {
    return isNamed() || !texts[2].isEmpty() || !texts[3].isEmpty();
  }

  boolean isComputable() {
    return hasPrice && hasQuantity;
  }

  /** Whether it is sold by weight or length. */
  boolean isFraction() {
    return hasQuantity && !quantity.isWhole();
  }
}
