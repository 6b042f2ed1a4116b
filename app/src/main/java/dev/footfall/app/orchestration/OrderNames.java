package dev.footfall.app.orchestration;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Under which keys the ledger knows orders whose rows are gone: those of the usual event, and of
 * each event that has a name of its own.
 *
 * @param mapper names groups
 * @param digest of the ledger's keys
 * @param binding of the query's columns
 */
record OrderNames(EventMapper mapper, KeyDigest digest, Binding binding) {
  private static final String EVENT_NAME = "event_name";

  /** The keys of these orders; none where an order's id alone names no event. */
  Set<LedgerKey> of(Set<String> orders) {
    Set<LedgerKey> keys = new HashSet<>();
    int column = binding.canonicalIndex("order_id");
    if (column < 0) {
      return keys;
    }
    for (String order : orders) {
      key(column, order, Optional.empty()).ifPresent(keys::add);
      for (String name : binding.valuesOf(EVENT_NAME)) {
        key(column, order, Optional.of(name)).ifPresent(keys::add);
      }
    }
    return keys;
  }

  private Optional<LedgerKey> key(int orderColumn, String order, Optional<String> eventName) {
    int nameColumn = binding.canonicalIndex(EVENT_NAME);
    if (eventName.isPresent() && nameColumn < 0) {
      return Optional.empty();
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < binding.header().size(); i++) {
      Optional<String> cell = i == nameColumn ? eventName : Optional.empty();
      columns.add(column(i == orderColumn ? Optional.of(order) : cell));
    }
    RowGroup group = new RowGroup();
    group.add(new RowBatch(columns, new long[] {1}), 0);
    return PersonSearch.key(mapper, digest, group);
  }

  private static Column column(Optional<String> cell) {
    byte[] bytes = Text.utf8(cell.orElse(""));
    return new TextColumn(
        CellKind.TEXT, bytes, new int[] {0, bytes.length}, new boolean[] {cell.isEmpty()});
  }
}
