package dev.footfall.core.delivery;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows in the workshop. */
final class OpenFile {
  private final Path path;
  private final FileDelivery delivery;
  private final FileChannel channel;
  private final OutputStream out;
  private final ClaimedEvents claimed;
  private long bytes;
  private int events;

  private OpenFile(Path path, FileDelivery delivery, FileChannel channel, ClaimedEvents claimed) {
    this.path = path;
    this.delivery = delivery;
    this.channel = channel;
    this.claimed = claimed;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  static OpenFile create(Path path, FileDelivery delivery, ClaimedEvents claimed)
      throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    OpenFile file = new OpenFile(path, delivery, channel, claimed);
    file.write(delivery.header());
    return file;
  }

  private void write(byte[] more) throws IOException {
    out.write(more);
    bytes += more.length;
  }

  boolean fits(Pending pending) {
    Limits limits = delivery.limits();
    int more = delivery.before(events + 1L).length + pending.event().body().length;
    return events < limits.events() && bytes + more <= limits.bytes();
  }

  void add(Pending pending) throws IOException {
    events++;
    write(delivery.before(events));
    write(pending.event().body());
    claimed.add(pending);
  }

  /** Ends the file, synced; its events are claimed. */
  Path end() throws IOException {
    claimed.claim();
    out.flush();
    channel.force(true);
    out.close();
    return path;
  }

  /** Gives the file up before its end. */
  void abandon(Outcome outcome, DeliveryListener listener) {
    claimed.claim();
    claimed.settle(outcome, listener);
    discard();
  }

  void settle(Outcome outcome, DeliveryListener listener) {
    claimed.settle(outcome, listener);
  }

  /** After a fault: only the listener is told. */
  void tell(Outcome outcome, DeliveryListener listener) {
    claimed.tell(outcome, listener);
  }

  void discard() {
    try (claimed) {
      channel.close(); // what is still to be written is not wanted
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove a temporary file", e);
    }
  }
}
