package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file that grows in the workshop. */
final class OpenFile {
  private static final int CLAIM_SIZE = 2000;

  private final Path path;
  private final FileChannel channel;
  private final OutputStream out;
  private final Claims claims;
  private final List<Claimed> claimed = new ArrayList<>();
  private List<Pending> unclaimed = new ArrayList<>();
  private long bytes;
  private int events;

  /** Events under one claim; their bytes are written and let go. */
  private record Claimed(long claim, List<Pending> events) {}

  private OpenFile(Path path, FileChannel channel, Claims claims) {
    this.path = path;
    this.channel = channel;
    this.claims = claims;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  static OpenFile create(Path path, byte[] header, Claims claims) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    OpenFile file = new OpenFile(path, channel, claims);
    file.out.write(header);
    file.bytes = header.length;
    return file;
  }

  boolean fits(Pending pending, Limits limits) {
    return events < limits.events() && bytes + pending.event().body().length <= limits.bytes();
  }

  void add(Pending pending) throws IOException {
    out.write(pending.event().body());
    bytes += pending.event().body().length;
    events++;
    unclaimed.add(pending);
    if (unclaimed.size() == CLAIM_SIZE) {
      claim();
    }
  }

  private void claim() {
    if (!unclaimed.isEmpty()) {
      long claim = claims.claim(unclaimed);
      claimed.add(new Claimed(claim, unclaimed.stream().map(OpenFile::withoutBody).toList()));
      unclaimed = new ArrayList<>();
    }
  }

  /** The event without its bytes, so that a large file need not fit memory. */
  private static Pending withoutBody(Pending pending) {
    return new Pending(pending.event().withoutBody(), pending.entries());
  }

  /** Ends the file, synced; its events are claimed. */
  Path end() throws IOException {
    claim();
    out.flush();
    channel.force(true);
    out.close();
    return path;
  }

  private static Outcome notSent(Reading.Stop stop) {
    return new Outcome.NotSent(Code.NOT_ATTEMPTED, stop.words());
  }

  void abandon(DeliveryListener listener, Reading.Stop stop) {
    claim();
    discard();
    settle(notSent(stop), listener);
  }

  void settle(Outcome outcome, DeliveryListener listener) {
    for (Claimed part : claimed) {
      claims.settle(
          part.claim, part.events, java.util.Collections.nCopies(part.events.size(), outcome));
      part.events.forEach(p -> listener.settled(p, outcome));
    }
    claimed.clear();
  }

  void discard() {
    try {
      out.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove a temporary file", e);
    }
  }
}
