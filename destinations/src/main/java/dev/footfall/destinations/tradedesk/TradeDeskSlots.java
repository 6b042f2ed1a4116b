package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Subject;
import java.util.ArrayList;
import java.util.List;

/** Texts of the advertiser's own, and the store in one of them. One thread. */
final class TradeDeskSlots {
  private static final int LONGEST = 64;
  private static final String STORE = "storeid";

  private final int storeSlot;
  private final TradeDeskTexts texts;
  private final Field store;
  private final List<Field> slots = new ArrayList<>();
  private final List<byte[]> keys = new ArrayList<>();

  TradeDeskSlots(Binding binding, DestinationSpec spec, int storeSlot) {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= TradeDeskColumns.SLOTS; i++) {
      columns.add("td" + i);
      keys.add(JsonBytes.key("TD" + i));
    }
    columns.add(STORE);
    this.storeSlot = storeSlot;
    this.texts = new TradeDeskTexts(binding, spec, columns);
    this.store = texts.field(STORE);
    columns.stream().filter(c -> !c.equals(STORE)).map(texts::field).forEach(slots::add);
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, Subject subject, MappingSink sink) {
    texts.read(group, lines, subject, sink);
  }

  /** Writes the slots that are filled. */
  void write(JsonBytes json, MappingSink sink) {
    texts.report(sink);
    for (int i = 0; i < slots.size(); i++) {
      boolean isStores = i + 1 == storeSlot && store.isPresent();
      if (isStores && slots.get(i).isPresent()) {
        sink.notice(Code.STORE_ID_DROPPED, store.label(), "");
        isStores = false;
      }
      texts.write(isStores ? store : slots.get(i), keys.get(i), LONGEST, json, sink);
    }
  }
}
