package dev.footfall.store.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the threads and processes of a machine work one after the other, by a lock on a file. A
 * process that dies loses its turn.
 */
public final class FileTurn {
  /** A process may not lock a file twice, so that its threads take turns first. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private FileTurn() {}

  /** What is done in one's turn. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it; the file is open to be read and written. */
    T on(FileChannel file) throws IOException, InterruptedException;
  }

  /** Waits for the turn, and works. The file, for its owner only, is made when it is missing. */
  public static <T> T take(Path file, Work<T> work) throws IOException, InterruptedException {
    Path path = file.toAbsolutePath().normalize();
    ReentrantLock thread = THREADS.computeIfAbsent(path, f -> new ReentrantLock());
    thread.lockInterruptibly();
    try {
      DurableFiles.privateFile(path);
      return locked(path, work);
    } finally {
      thread.unlock();
    }
  }

  private static <T> T locked(Path file, Work<T> work) throws IOException, InterruptedException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IOException("the lock was lost");
      }
      return work.on(channel);
    }
  }
}
