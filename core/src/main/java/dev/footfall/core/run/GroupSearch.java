package dev.footfall.core.run;

import dev.footfall.core.event.EventMapper;
import dev.footfall.core.group.Grouping;
import dev.footfall.core.group.Room;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks for some of a result's groups, whatever its size. */
public final class GroupSearch {
  private GroupSearch() {}

  /**
   * The groups that are wanted, as few of all as there must be room for in memory.
   *
   * @param mapper says which rows belong together
   * @param room for rows until all of them have been read
   */
  public static List<RowGroup> find(
      EventMapper mapper, Rows rows, Room room, Predicate<RowGroup> wanted)
      throws InterruptedException {
    List<RowGroup> found = new ArrayList<>();
    try (Grouping grouping =
        new Grouping(
            mapper,
            room,
            group -> {
              if (wanted.test(group)) {
                found.add(group);
              }
              return true;
            })) {
      for (Optional<RowBatch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
        grouping.add(batch.get());
      }
      grouping.finish();
    }
    return found;
  }
}
