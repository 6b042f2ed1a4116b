package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes events into files, one series of files a partition. A file has its final name only when it
 * is whole; its events count as delivered from then on.
 */
public final class FilePost implements Post {
  private final FileDelivery delivery;
  private final Workshop workshop;
  private final Claims claims;
  private final DeliveryListener listener;
  private final FileJournal journal;
  private final Publication publication;
  private final Map<String, OpenFile> open = new LinkedHashMap<>();
  private int begun;
  private Optional<String> last = Optional.empty();
  private volatile Optional<Reading.Stop> stop = Optional.empty();

  /** A post whose files grow in a workshop. */
  public FilePost(
      FileDelivery delivery,
      Workshop workshop,
      Claims claims,
      DeliveryListener listener,
      FileJournal journal) {
    this.delivery = delivery;
    this.workshop = workshop;
    this.claims = claims;
    this.listener = listener;
    this.journal = journal;
    this.publication = new Publication(delivery, workshop, journal, claims);
  }

  @Override
  public void send(List<Pending> block) {
    try {
      for (Pending pending : block) {
        add(pending);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private UncheckedIOException unwritable(IOException cause) {
    return new UncheckedIOException("cannot write a file into " + workshop.folder(), cause);
  }

  private void add(Pending pending) throws IOException {
    if (stop.isPresent()) {
      claims.release(pending);
      listener.settled(pending, notSent(stop.get()));
      return;
    }
    String partition = pending.event().partition();
    OpenFile file = open.get(partition);
    if (file != null && !file.fits(pending)) {
      complete(partition, file);
      file = null;
      if (stop.isPresent()) {
        add(pending);
        return;
      }
    }
    if (file == null) {
      file = begin(partition);
    }
    file.add(pending);
  }

  private static Outcome notSent(Reading.Stop stop) {
    return new Outcome.NotSent(Code.NOT_ATTEMPTED, stop.words());
  }

  private OpenFile begin(String partition) throws IOException {
    begun++;
    Path growing = workshop.blank(Shelf.passing(String.valueOf(begun)));
    ClaimedEvents claimed = new ClaimedEvents(claims, workshop.room());
    OpenFile file = OpenFile.create(growing, delivery, claimed);
    open.put(partition, file);
    return file;
  }

  private void complete(String partition, OpenFile file) throws IOException {
    open.remove(partition);
    try {
      String name = published(partition, file);
      last = Optional.of(name);
      file.settle(Outcome.Accepted.PLAIN, listener);
      claims.sync();
      journal.settled(name);
      listener.requestSent();
    } catch (ShelfFault fault) {
      stopped(fault.stop());
      file.settle(unpublished(fault.stop()), listener);
    } finally {
      file.discard();
    }
  }

  private String published(String partition, OpenFile file) throws IOException, ShelfFault {
    try {
      return publication.publish(partition, file.end());
    } catch (IOException | RuntimeException fault) {
      file.tell(
          publication.perhapsNamed() ? new Outcome.Unknown(FAULT.words()) : notSent(FAULT),
          listener);
      throw fault;
    }
  }

  private static Outcome unpublished(Reading.Stop stop) {
    if (stop.maybeStored()) {
      return new Outcome.Unknown(stop.words());
    }
    boolean failed = stop.code() == Code.DELIVERY_FAILED;
    return new Outcome.NotSent(failed ? stop.code() : Code.NOT_ATTEMPTED, stop.words());
  }

  @Override
  public void finish() {
    try {
      if (begun == 0 && delivery.ending().writesEmpty() && stop.isEmpty()) {
        begin("");
      }
      for (Map.Entry<String, OpenFile> entry : List.copyOf(open.entrySet())) {
        if (stop.isPresent()) {
          open.remove(entry.getKey());
          entry.getValue().abandon(notSent(stop.get()), listener);
        } else {
          complete(entry.getKey(), entry.getValue());
        }
      }
      end();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Marks the end of the files that are there; a later run does when this one cannot. */
  private void end() throws IOException {
    if (last.isEmpty() || stop.filter(s -> s.maybeStored() || s.equals(FAULT)).isPresent()) {
      return;
    }
    try {
      if (delivery.ending().marksSuccess()) {
        workshop.mark(last.get());
      }
      journal.ended();
    } catch (ShelfFault fault) {
      stopped(fault.stop());
    }
  }

  @Override
  public Optional<Reading.Stop> stopped() {
    return stop;
  }

  /** What is under way is not waited for. */
  @Override
  public void stop(Reading.Stop reason) {
    stopped(reason);
    workshop.shelf().halt();
  }

  private synchronized void stopped(Reading.Stop reason) {
    if (stop.isEmpty()) {
      stop = Optional.of(reason);
    }
  }

  @Override
  public void close() {
    open.values().forEach(OpenFile::discard);
    open.clear();
    workshop.close();
  }
}
