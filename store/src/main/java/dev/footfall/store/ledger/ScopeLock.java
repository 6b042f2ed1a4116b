package dev.footfall.store.ledger;

import dev.footfall.core.ledger.LedgerBusy;
import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a scope for one run, over threads and processes. Ends with the process at the latest. */
final class ScopeLock implements AutoCloseable {
  // The operating system drops a process's lock when any of its channels to the file is closed, so
  // a second attempt within the process must not even open the file.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private ScopeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static ScopeLock take(Path lockFile, String scope) throws IOException {
    DurableFiles.privateFile(lockFile);
    Path file = lockFile.toRealPath();
    if (!HELD.add(file)) {
      throw busy(scope, "this process");
    }
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw busy(scope, "process " + Files.readString(file).strip());
      }
      channel.truncate(0);
      String holder = ProcessHandle.current().pid() + "\n";
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
      return new ScopeLock(file, channel);
    } catch (IOException | RuntimeException e) {
      HELD.remove(file);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(file);
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
