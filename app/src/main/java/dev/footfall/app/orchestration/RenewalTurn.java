package dev.footfall.app.orchestration;

import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets those who share a credential ask for its next token one after the other: over the threads
 * and processes of a machine. A process that dies loses its turn.
 *
 * @param folder of the locks, the same for all who share the credential
 * @param credential its name
 */
record RenewalTurn(Path folder, String credential) {
  /** A process may not lock a file twice, so that its threads take turns first. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  /** What is done in one's turn. */
  interface Work<T> {
    T run() throws InterruptedException;
  }

  /** Waits for the turn, and works. */
  <T> T take(Work<T> work) throws InterruptedException {
    Path file = folder.toAbsolutePath().normalize().resolve(fileName());
    ReentrantLock thread = THREADS.computeIfAbsent(file, f -> new ReentrantLock());
    thread.lockInterruptibly();
    try {
      return locked(file, work);
    } finally {
      thread.unlock();
    }
  }

  private <T> T locked(Path file, Work<T> work) throws InterruptedException {
    try {
      DurableFiles.privateFolder(folder);
      DurableFiles.privateFile(file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IOException("the lock was lost");
        }
        return work.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  private String fileName() {
    byte[] name = credential.getBytes(StandardCharsets.UTF_8);
    return "token-" + HexFormat.of().formatHex(name) + ".lock";
  }
}
