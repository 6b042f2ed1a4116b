package dev.footfall.store.ledger;

import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Appends records to a journal file and makes them durable.
 *
 * <p>Several threads may wait for durability at once; one sync serves all that were appended before
 * it. A plain file is used rather than a channel, because interrupting a thread closes a channel
 * for everybody. After a failed write or sync nothing more is accepted: what is on disk is then
 * uncertain until the next opening.
 */
final class Journal implements AutoCloseable {
  private final RandomAccessFile file;
  private final Object syncing = new Object();
  private volatile long length;
  private volatile long durable;
  private volatile @Nullable IOException fault;
  private volatile boolean retired;

  private Journal(RandomAccessFile file) {
    this.file = file;
  }

  static Journal create(Path path) throws IOException {
    DurableFiles.privateFile(path);
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    file.setLength(0);
    file.getFD().sync();
    DurableFiles.syncName(path);
    return new Journal(file);
  }

  /** How much of the journal is surely on disk. */
  long durable() {
    return durable;
  }

  long length() {
    return length;
  }

  /** Appends a record; callers take turns. Returns the journal's length after it. */
  long append(byte[] record) throws IOException {
    requireWhole();
    try {
      file.write(record);
    } catch (IOException e) {
      fault = e;
      throw e;
    }
    long end = length + record.length;
    length = end;
    return end;
  }

  /** Waits until the journal is on disk up to this length. */
  void sync(long upTo) throws IOException {
    synchronized (syncing) {
      if (durable >= upTo || retired) {
        return;
      }
      requireWhole();
      long appended = length;
      try {
        file.getFD().sync();
      } catch (IOException e) {
        fault = e;
        throw e;
      }
      durable = appended;
    }
  }

  boolean broken() {
    return fault != null;
  }

  /** Whoever comes after a failure must hear why. */
  private void requireWhole() throws IOException {
    if (fault != null) {
      throw new IOException("an earlier write to the ledger's journal failed", fault);
    }
  }

  /** Closes it because another journal, already durable, has taken over its open claims. */
  void retire() throws IOException {
    synchronized (syncing) {
      retired = true;
      file.close();
    }
  }

  @Override
  public void close() throws IOException {
    retire();
  }
}
