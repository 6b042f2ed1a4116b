package dev.footfall.core.delivery;

import dev.footfall.core.event.Event;
import java.util.List;

/** Events of one partition that fit one request. */
record Batch(List<Pending> pending) {
  Batch {
    pending = List.copyOf(pending);
  }

  List<Event> events() {
    return pending.stream().map(Pending::event).toList();
  }

  int size() {
    return pending.size();
  }
}
