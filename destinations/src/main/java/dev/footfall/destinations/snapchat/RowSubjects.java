package dev.footfall.destinations.snapchat;

import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * Who the rows of an order are about, found out once an order rather than once a field. Reused from
 * order to order by one thread.
 */
final class RowSubjects {
  private final Subjects subjects;
  private final List<Subject> ofRows = new ArrayList<>();

  RowSubjects(Subjects subjects) {
    this.subjects = subjects;
  }

  /** Reads all rows of an order. */
  void read(RowGroup group) {
    ofRows.clear();
    for (int row = 0; row < group.size(); row++) {
      ofRows.add(subjects.of(group, row));
    }
  }

  /** What is known of a row of the order. */
  Subject of(int row) {
    return ofRows.get(row);
  }
}
