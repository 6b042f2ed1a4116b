package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;

/** Order ids; a long one goes as its hash. Used by one thread. */
final class OrderIds {
  private static final int LONGEST = 64;

  private final PlainCell cells;
  private final Sha256 sha256 = Sha256.ofThread();
  private final byte[] hex = new byte[Sha256.HEX];
  private final Text hash = new Text();
  private boolean isHashed;

  OrderIds(Binding binding) {
    this.cells = new PlainCell(binding, "orderid");
  }

  /** The id in a row of a batch, valid until the next is read; empty when there is none. */
  Text read(RowBatch batch, int row) {
    return cells.read(batch, row);
  }

  /** The id in a row of a group, valid until the next is read; empty when there is none. */
  Text read(RowGroup group, int row) {
    return cells.read(group, row);
  }

  /** A group's id as it is sent, valid until the next is read. */
  Text sent(RowGroup group) {
    Text id = cells.read(group, 0);
    isHashed = Cut.isLonger(LONGEST, id);
    if (!isHashed) {
      return id;
    }
    sha256.hexInto(id, hex, 0);
    return hash.set(hex, 0, hex.length);
  }

  /** Whether the last id that was asked for goes as its hash. */
  boolean isHashed() {
    return isHashed;
  }

  /** The query's own label of the column. */
  String label() {
    return cells.label();
  }
}
