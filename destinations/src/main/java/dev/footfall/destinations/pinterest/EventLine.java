package dev.footfall.destinations.pinterest;

import dev.footfall.core.file.CellStyle;
import dev.footfall.core.file.SeparatedCells;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Text;

/** A line of a file: one for each order. */
final class EventLine implements EventFormat {
  private static final byte[] CHECKOUT = Text.utf8("checkout");
  private static final byte[] OFFLINE = Text.utf8("offline");

  private final PinterestSettings.File settings;
  private final long most;
  private final SeparatedCells csv = new SeparatedCells(CellStyle.RFC_4180);

  EventLine(PinterestSettings.File settings) {
    this.settings = settings;
    this.most = PinterestFile.mostLineBytes(settings);
  }

  @Override
  public boolean write(PinterestOrder order, String id, RowGroup group) {
    csv.clear();
    for (int i = 0; i < settings.emailColumns(); i++) {
      csv.value(order.person().email(), i);
    }
    csv.number(order.lines().seconds()).text(CHECKOUT).text(OFFLINE);
    csv.number(order.amount().total()).text(order.orderId(group));
    if (order.amount().hasCount()) {
      csv.number(order.amount().count());
    } else {
      csv.blank();
    }
    if (settings.hasMadid()) {
      csv.value(order.person().maid(), 0);
    }
    if (settings.hasCurrency()) {
      csv.text(Text.of(order.currency()));
    }
    csv.endLine();
    return csv.length() <= most;
  }

  @Override
  public byte[] bytes() {
    return csv.toBytes();
  }
}
