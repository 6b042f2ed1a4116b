package dev.footfall.store.disk;

import dev.footfall.store.sql.Presence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A file that stays empty: each run's process locks the byte with the run's number, and the
 * operating system lets go of it when the process dies.
 */
public final class FilePresence implements Presence {
  // The operating system drops a process's locks when any of its channels to the file is closed, so
  // that all who lock or look within the process must share one.
  private static final Map<Path, Opened> OPEN = new HashMap<>();

  private final Path file;
  private final Set<Integer> mine = new HashSet<>();

  /** The file as this process has it open, while any of its runs is here. */
  private record Opened(FileChannel channel, Map<Integer, FileLock> runs) {}

  /** Presence by this file, which is made when it is missing. */
  public FilePresence(Path file) throws IOException {
    DurableFiles.privateFile(file);
    this.file = file.toRealPath();
  }

  @Override
  public void enter(int run) {
    synchronized (OPEN) {
      try {
        Opened opened = OPEN.get(file);
        if (opened == null) {
          opened = new Opened(open(), new HashMap<>());
          OPEN.put(file, opened);
        }
        if (!opened.runs.containsKey(run)) {
          opened.runs.put(run, opened.channel.lock(run, 1, false)); // waits for those who look
        }
        mine.add(run);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot lock " + file, e);
      }
    }
  }

  @Override
  public void leave(int run) {
    synchronized (OPEN) {
      Opened opened = OPEN.get(file);
      if (opened == null || !mine.remove(run)) {
        return;
      }
      try (FileLock lock = opened.runs.remove(run)) {
        if (lock != null && opened.runs.isEmpty()) {
          OPEN.remove(file);
          opened.channel.close();
        }
      } catch (IOException ignored) {
        // The end of the process lets go of it.
      }
    }
  }

  @Override
  public boolean isHere(int run) {
    synchronized (OPEN) {
      try {
        Opened opened = OPEN.get(file);
        if (opened != null) {
          return opened.runs.containsKey(run) || isLocked(opened.channel, run);
        }
        try (FileChannel channel = open()) {
          return isLocked(channel, run);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look at " + file, e);
      }
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static boolean isLocked(FileChannel channel, int run) throws IOException {
    try (FileLock tried = channel.tryLock(run, 1, false)) {
      return tried == null;
    }
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      Set.copyOf(mine).forEach(this::leave);
    }
  }
}
