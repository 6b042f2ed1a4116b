package dev.footfall.core.run;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventMapper.Membership;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps rows that fit memory exactly as a run would: for previews and tests. Events come in the
 * order of their first rows.
 */
public final class Rehearsal {
  private final RunScope scope;
  private final EventMapper mapper;
  private final List<RowGroup> groups = new ArrayList<>();
  private final Map<ByteBuffer, RowGroup> keyed = new HashMap<>();
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

  /** The events that a run would send of groups that were found; their books do not balance. */
  public static List<Pending> events(RunScope scope, List<RowGroup> groups) {
    Rehearsal rehearsal = new Rehearsal(scope);
    rehearsal.groups.addAll(groups);
    return rehearsal.map();
  }

  private void add(RowBatch batch, int row) {
    Membership membership = mapper.group(batch, row, key.clear());
    RowGroup group =
        switch (membership) {
          case GROUPED -> keyed.computeIfAbsent(ByteBuffer.wrap(key.copy()), k -> open());
          case ALONE -> open();
        };
    group.add(batch, row);
  }

  private RowGroup open() {
    RowGroup group = new RowGroup();
    groups.add(group);
    return group;
  }

  private List<Pending> map() {
    EventStage stage =
        new EventStage(
            scope,
            new RowPrints(scope.binding(), ""),
            (entry, event, sameId) -> UnknownPolicy.Decision.LEAVE);
    return stage.map(groups);
  }
}
