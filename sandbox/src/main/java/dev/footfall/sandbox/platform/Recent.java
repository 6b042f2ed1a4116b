package dev.footfall.sandbox.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last so many of something, for display. Not safe for several threads. */
final class Recent<T> {
  private final int most;
  private final Deque<T> items = new ArrayDeque<>();

  Recent(int most) {
    this.most = most;
  }

  void add(T item) {
    if (items.size() == most) {
      items.removeFirst();
    }
    items.addLast(item);
  }

  /** The last {@code limit}, oldest first. */
  List<T> last(int limit) {
    return items.stream().skip(Math.max(0, items.size() - (long) limit)).toList();
  }

  void clear() {
    items.clear();
  }
}
