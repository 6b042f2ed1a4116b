package dev.footfall.core.run;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Route;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.nio.ByteBuffer;

/**
 * Names rows and events for the quarantine: by the digest of the order's id, else of what the
 * ledger knows the event by, else of what its rows have in common, and a row that has none of these
 * by its cells. One thread at a time.
 */
public final class Naming {
  private static final String EVENT = "event";
  private static final String GROUP = "group";
  private static final String ROW = "row";

  private final KeyDigest digest;
  private final EventMapper mapper;
  private final RowPrints prints;
  private final int orderColumn;
  private final ByteBuilder material = new ByteBuilder(256);
  private final Text text = new Text();

  /** Names under this digest. */
  public Naming(KeyDigest digest, Route route, Binding binding) {
    this.digest = digest;
    this.mapper = route.mapper();
    this.prints = new RowPrints(binding, "");
    this.orderColumn = binding.canonicalIndex("order_id");
  }

  /** The name of a row of a group. */
  public LedgerKey ofRow(RowGroup group, int row) {
    if (isOrder(group, row)) {
      return digest.part(text.bytes(), text.start(), text.end()).finish();
    }
    if (mapper.identify(group, material.clear())) {
      return named(EVENT, material);
    }
    return switch (mapper.group(group.batch(row), group.row(row), material.clear())) {
      case GROUPED -> named(GROUP, material);
      case ALONE -> digest.part(ROW).part(print(group, row), 0, Long.BYTES).finish();
    };
  }

  LedgerKey ofEvent(Event event) {
    byte[] own = event.keys().own();
    String orderId = event.rows().orderId();
    return orderId.isEmpty()
        ? digest.part(EVENT).part(own, 0, own.length).finish()
        : digest.part(orderId).finish();
  }

  private LedgerKey named(String kind, ByteBuilder name) {
    return digest.part(kind).part(name.bytes(), 0, name.length()).finish();
  }

  /** Whether the row has an order's id, which is then read into {@link #text}. */
  boolean isOrder(RowGroup group, int row) {
    if (orderColumn < 0) {
      return false;
    }
    Column column = group.column(orderColumn, row);
    if (column.isNull(group.row(row))) {
      return false;
    }
    column.text(group.row(row), text);
    return !text.trim().isEmpty();
  }

  private byte[] print(RowGroup group, int row) {
    return ByteBuffer.allocate(Long.BYTES).putLong(prints.ofRow(group, row)).array();
  }
}
