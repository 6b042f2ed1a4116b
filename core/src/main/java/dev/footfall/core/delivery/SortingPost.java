package dev.footfall.core.delivery;

import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.core.group.Room;
import dev.footfall.core.group.SortedRuns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Puts events into order before another post sees them: by time, order id and place in the source.
 * What does not fit its room lies on disk until all events are there. One thread.
 */
public final class SortingPost implements Post {
  /** The order of events. */
  public static final Comparator<Event> ORDER =
      Comparator.comparingLong(Event::time)
          .thenComparing(event -> event.rows().orderId())
          .thenComparingLong(SortingPost::firstRow);

  private static final Comparator<Pending> PENDING_ORDER =
      Comparator.comparing(Pending::event, ORDER);
  private static final int OBJECTS = 700;
  private static final int BLOCK = 1000;

  private final Post target;
  private final Room room;
  private List<Pending> held = new ArrayList<>();
  private long size;
  private @Nullable SortedRuns runs;

  /** A post in front of another one. */
  public SortingPost(Post target, Room room) {
    this.target = target;
    this.room = room;
  }

  private static long firstRow(Event event) {
    return event.rows().count() == 0 ? 0 : event.rows().numbers()[0];
  }

  @Override
  public void send(List<Pending> block) {
    for (Pending pending : block) {
      held.add(pending);
      size += OBJECTS + pending.event().body().length;
      if (size > room.memory()) {
        spill();
      }
    }
  }

  private void spill() {
    if (runs == null) {
      runs = new SortedRuns(room);
    }
    held.sort(PENDING_ORDER);
    Iterator<Pending> sorted = held.iterator();
    runs.write(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return sorted.hasNext();
          }

          @Override
          public byte[] next() {
            return PendingBytes.write(sorted.next());
          }
        });
    held = new ArrayList<>();
    size = 0;
  }

  /** A run that is being read: its next event, and the rest. */
  private record Head(Pending first, Iterator<byte[]> rest) {}

  @Override
  public void finish() throws InterruptedException {
    if (runs == null) {
      held.sort(PENDING_ORDER);
      target.send(held);
    } else {
      spill();
      merge(runs.read());
    }
    held = new ArrayList<>();
    target.finish();
  }

  private void merge(List<Iterator<byte[]>> cursors) throws InterruptedException {
    PriorityQueue<Head> heads =
        new PriorityQueue<>(Comparator.comparing(Head::first, PENDING_ORDER));
    cursors.forEach(cursor -> advance(cursor, heads));
    List<Pending> block = new ArrayList<>(BLOCK);
    while (!heads.isEmpty()) {
      Head head = heads.remove();
      block.add(head.first);
      advance(head.rest, heads);
      if (block.size() == BLOCK || heads.isEmpty()) {
        target.send(List.copyOf(block));
        block.clear();
      }
    }
  }

  private static void advance(Iterator<byte[]> cursor, PriorityQueue<Head> heads) {
    if (cursor.hasNext()) {
      heads.add(new Head(PendingBytes.read(cursor.next()), cursor));
    }
  }

  @Override
  public Optional<Reading.Stop> stopped() {
    return target.stopped();
  }

  @Override
  public void stop(Reading.Stop reason) {
    target.stop(reason);
  }

  @Override
  public void close() {
    try (target) {
      if (runs != null) {
        runs.close();
      }
    }
  }
}
