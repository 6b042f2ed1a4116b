package dev.footfall.store.ledger;

import dev.footfall.core.ledger.LedgerBusy;
import dev.footfall.core.ledger.ScopeHold;
import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a scope for one run, over threads and processes. Ends with the process at the latest.
 *
 * <p>The first byte's lock keeps the scope. The second byte's lock says so to those who look: they
 * try it for a moment, and must not keep a run from beginning.
 */
final class ScopeLock implements AutoCloseable {
  // The operating system drops a process's lock when any of its channels to the file is closed, so
  // a second attempt within the process must not even open the file.
  private static final Map<Path, Integer> HELD = new HashMap<>();
  private static final int MOST_BYTES = 64;

  private final Path file;
  private final FileChannel channel;

  private ScopeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes a scope.
   *
   * @param runNumber 0 for a moment of housekeeping, which leaves the last run's number
   */
  static ScopeLock take(Path lockFile, String scope, int runNumber) throws IOException {
    DurableFiles.privateFile(lockFile);
    Path file = lockFile.toRealPath();
    synchronized (HELD) {
      if (HELD.containsKey(file)) {
        throw busy(scope, "this process");
      }
      FileChannel channel = open(file);
      try {
        lock(channel, scope);
        String run = runNumber > 0 ? String.valueOf(runNumber) : word(channel, 1);
        channel.truncate(0);
        String holder = ProcessHandle.current().pid() + "\n" + run + "\n";
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      HELD.put(file, runNumber);
      return new ScopeLock(file, channel);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static void lock(FileChannel channel, String scope) throws IOException {
    FileLock scopeLock = channel.tryLock(0, 1, false);
    if (scopeLock == null) {
      throw busy(scope, "process " + word(channel, 0));
    }
    channel.lock(1, 1, false); // waits for those who look
  }

  /** Who holds the scope, or held it last; empty when nobody ever did. */
  static Optional<ScopeHold> look(Path lockFile) throws IOException {
    if (Files.notExists(lockFile)) {
      return Optional.empty();
    }
    Path file = lockFile.toRealPath();
    synchronized (HELD) {
      Integer mine = HELD.get(file);
      if (mine != null) {
        return Optional.of(new ScopeHold(mine, true));
      }
      try (FileChannel channel = open(file)) {
        boolean isHeld = channel.tryLock(1, 1, false) == null;
        String run = word(channel, 1);
        return Optional.of(new ScopeHold(run.isEmpty() ? 0 : Integer.parseInt(run), isHeld));
      }
    }
  }

  /** A line of the file, read without opening it once more; empty when it has fewer. */
  private static String word(FileChannel channel, int line) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(MOST_BYTES);
    int length = Math.max(0, channel.read(text, 0));
    String words = new String(text.array(), 0, length, StandardCharsets.US_ASCII);
    return words.lines().skip(line).findFirst().orElse("").strip();
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      try {
        channel.close();
      } finally {
        HELD.remove(file);
      }
    }
  }

  private static LedgerBusy busy(String scope, String holder) {
    return new LedgerBusy(
        "another run ("
            + holder
            + ") is sending to "
            + scope
            + "; wait until it has finished, or stop it");
  }
}
