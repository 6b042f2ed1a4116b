package dev.footfall.app.orchestration;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.event.Event;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One partition's file in the making, split as a run would split it. */
final class PreviewFile {
  private final FileDelivery delivery;
  private final String partition;
  private ByteArrayOutputStream content = new ByteArrayOutputStream();
  private int part = 1;
  private int events;
  private int rows;

  PreviewFile(FileDelivery delivery, String partition) {
    this.delivery = delivery;
    this.partition = partition;
    content.writeBytes(delivery.header());
  }

  /** A whole file. */
  record Whole(String name, int rows, String content) {
    Sheet sheet(Sheet.Origin origin) {
      return new Sheet.File(origin, name, rows, content);
    }
  }

  /** Adds an event; gives the file that it did not fit any more, if any. */
  Optional<Whole> add(Event event) {
    Limits limits = delivery.limits();
    int more = delivery.before(events + 1L).length + event.body().length;
    boolean full = events == limits.events() || content.size() + more > limits.bytes();
    Optional<Whole> done = full && events > 0 ? Optional.of(finish()) : Optional.empty();
    content.writeBytes(delivery.before(events + 1L));
    content.writeBytes(event.body());
    events++;
    rows += event.rows().count();
    return done;
  }

  Whole finish() {
    Whole whole =
        new Whole(
            delivery.fileName(partition, part), rows, content.toString(StandardCharsets.UTF_8));
    part++;
    events = 0;
    rows = 0;
    content = new ByteArrayOutputStream();
    content.writeBytes(delivery.header());
    return whole;
  }
}
