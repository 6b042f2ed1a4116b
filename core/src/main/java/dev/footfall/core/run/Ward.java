package dev.footfall.core.run;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.group.RowGroup;
import java.util.List;

/**
 * What a run has to do with the quarantine: which groups it takes, and what enters and leaves.
 * Groups are told by the mapping thread, events by senders, too.
 */
public interface Ward {
  /** Takes every group and remembers nothing. */
  Ward NONE = new Ward() {};

  /** Whether the run takes only what is in quarantine; the books then hold only what it takes. */
  default boolean isSelective() {
    return false;
  }

  /** Whether the run takes this group; asked where it {@link #isSelective}. */
  default boolean takes(RowGroup group) {
    return true;
  }

  /** A row was rejected. */
  default void rejected(RowGroup group, int row, Code code, String column) {}

  /** Whether a platform refused the event in an earlier run, and nothing better is known of it. */
  default boolean suspects(Event event) {
    return false;
  }

  /** Events were made of a group. */
  default void mapped(RowGroup group, List<Event> events) {}

  /** An event was rejected after it had been made. */
  default void rejected(Event event, Code code) {}

  /** A platform refused an event. */
  default void refused(Event event, Code code, String platformCode) {}

  /** A group's event was delivered by an earlier run. */
  default void delivered(RowGroup group) {}

  /** An event was accepted, now or earlier. */
  default void delivered(Event event) {}
}
