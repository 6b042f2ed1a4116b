package dev.footfall.core.run;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventMapper.Membership;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Maps rows that fit memory and were not sorted by any source, exactly as a run would: for previews
 * and tests. Orders come by their key, rows without order id in the order they were read, first.
 */
public final class Rehearsal {
  private static final Comparator<byte[]> BY_BYTES = Arrays::compareUnsigned;

  private final RunScope scope;
  private final EventMapper mapper;
  private final Map<byte[], RowGroup> orders = new TreeMap<>(BY_BYTES);
  private final List<RowGroup> loose = new ArrayList<>();
  private final Map<String, RowGroup> scattered = new LinkedHashMap<>();
  private final ByteBuilder key = new ByteBuilder(256);

  private Rehearsal(RunScope scope) {
    this.scope = scope;
    this.mapper = scope.route().mapper();
  }

  /** The events that a run would send; every other row has its fate in the scope's books. */
  public static List<Pending> events(RunScope scope, Rows rows) {
    Rehearsal rehearsal = new Rehearsal(scope);
    for (Optional<RowBatch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
      scope.books().read(batch.get().size());
      for (int row = 0; row < batch.get().size(); row++) {
        rehearsal.add(batch.get(), row);
      }
    }
    return rehearsal.map();
  }

  private void add(RowBatch batch, int row) {
    Membership membership = mapper.group(batch, row, key.clear());
    RowGroup group =
        switch (membership) {
          case ADJACENT -> orders.computeIfAbsent(key.copy(), k -> new RowGroup());
          case SCATTERED -> scattered.computeIfAbsent(text(key), k -> open());
          case ALONE -> open();
        };
    group.add(batch, row);
  }

  private RowGroup open() {
    RowGroup group = new RowGroup();
    loose.add(group);
    return group;
  }

  private static String text(ByteBuilder key) {
    return new String(key.bytes(), 0, key.length(), java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private List<Pending> map() {
    EventStage stage =
        new EventStage(
            scope,
            new RowPrints(scope.binding(), ""),
            (entry, event, sameId) -> UnknownPolicy.Decision.LEAVE);
    List<RowGroup> all = new ArrayList<>(loose);
    all.addAll(orders.values());
    return stage.map(all);
  }
}
