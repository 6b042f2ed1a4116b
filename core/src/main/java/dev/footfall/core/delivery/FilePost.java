package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes events into files of a folder, one series of files a partition. A file has its final name
 * only when it is whole; its events count as delivered from then on.
 */
public final class FilePost implements Post {
  private final FileDelivery delivery;
  private final Path folder;
  private final Claims claims;
  private final DeliveryListener listener;
  private final FileJournal journal;
  private final Shelf shelf;
  private final Shelf unpacked;
  private final Map<String, OpenFile> open = new LinkedHashMap<>();
  private final Map<String, Integer> parts = new LinkedHashMap<>();
  private Optional<Path> last = Optional.empty();
  private Optional<Reading.Stop> stop = Optional.empty();

  /** Hears which files are about to appear, so that a later run can tell whether they did. */
  public interface FileJournal {
    /** The file is being written for a partition; it may appear from now on. */
    void writing(String partition, Path file);
  }

  /** A post into {@code folder}, which is made when missing. */
  public FilePost(
      FileDelivery delivery,
      Path folder,
      Claims claims,
      DeliveryListener listener,
      FileJournal journal) {
    this(delivery, new Workshop(folder, Shelf.FOLDER), claims, listener, journal);
  }

  /** The folder in which files grow, and where they go from there. */
  public record Workshop(Path folder, Shelf shelf) {}

  /** A post that publishes its files on a shelf. */
  public FilePost(
      FileDelivery delivery,
      Workshop workshop,
      Claims claims,
      DeliveryListener listener,
      FileJournal journal) {
    this.delivery = delivery;
    this.folder = workshop.folder();
    this.unpacked = workshop.shelf();
    this.shelf = new CheckedShelf(delivery, unpacked.behind(delivery.packing()));
    this.claims = claims;
    this.listener = listener;
    this.journal = journal;
  }

  @Override
  public void send(List<Pending> block) {
    try {
      for (Pending pending : block) {
        add(pending);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into the folder of the files", e);
    }
  }

  private void add(Pending pending) throws IOException {
    if (stop.isPresent()) {
      claims.release(pending);
      listener.settled(pending, new Outcome.NotSent(Code.NOT_ATTEMPTED, stop.get().words()));
      return;
    }
    String partition = pending.event().partition();
    OpenFile file = open.get(partition);
    if (file != null && !file.fits(pending, delivery.limits())) {
      complete(partition, file);
      file = null;
    }
    if (file == null) {
      file = begin(partition);
    }
    file.add(pending);
  }

  private OpenFile begin(String partition) throws IOException {
    int part = parts.merge(partition, 1, Integer::sum);
    Path target = folder.resolve(delivery.fileName(partition, part));
    journal.writing(partition, target);
    OpenFile file = OpenFile.create(target, delivery.header(), claims);
    open.put(partition, file);
    return file;
  }

  private void complete(String partition, OpenFile file) throws IOException {
    open.remove(partition);
    file.complete(shelf, listener).ifPresent(this::stop);
    last = Optional.of(file.target());
    listener.requestSent();
  }

  @Override
  public void finish() {
    try {
      if (parts.isEmpty() && delivery.ending().writesEmpty() && stop.isEmpty()) {
        begin("");
      }
      for (Map.Entry<String, OpenFile> entry : List.copyOf(open.entrySet())) {
        if (stop.isPresent()) {
          open.remove(entry.getKey());
          entry.getValue().abandon(listener, stop.get());
        } else {
          complete(entry.getKey(), entry.getValue());
        }
      }
      if (stop.isEmpty() && delivery.ending().marksSuccess() && last.isPresent()) {
        markSuccess(last.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write into the folder of the files", e);
    }
  }

  /** An empty file behind the last one, for those who wait for it. */
  private void markSuccess(Path file) throws IOException {
    Path mark = file.resolveSibling(file.getFileName() + ".DONE");
    Path empty = file.resolveSibling("." + mark.getFileName() + ".part");
    Files.write(empty, new byte[0]);
    unpacked.publish(empty, mark).ifPresent(this::stop);
  }

  @Override
  public Optional<Reading.Stop> stopped() {
    return stop;
  }

  @Override
  public synchronized void stop(Reading.Stop reason) {
    if (stop.isEmpty()) {
      stop = Optional.of(reason);
    }
  }

  @Override
  public void close() {
    open.values().forEach(OpenFile::discard);
    open.clear();
  }
}
