package dev.footfall.app.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * All that a process did to the files below a folder, in order, as the system saw it: what it
 * wrote, what it renamed, and what it waited for until it was on the disk.
 *
 * @param deeds in order
 */
record DiskStory(List<Deed> deeds) {
  private static final String CALLS =
      "openat,open,creat,write,pwrite64,writev,pwritev,ftruncate,fallocate,lseek,fsync,fdatasync,"
          + "rename,renameat,renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat,rmdir,msync,"
          + "copy_file_range,sendfile";

  /** Something that was done to a file or a folder. */
  sealed interface Deed {
    /** When it was done. */
    Instant at();

    /** The file or folder. */
    Path path();
  }

  /** Bytes in a place of a file. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Written(Instant at, Path path, long offset, byte[] bytes) implements Deed {}

  /** A file was cut, or made longer. */
  record Resized(Instant at, Path path, long length) implements Deed {}

  /** A file or folder is there. */
  record Made(Instant at, Path path, boolean isFolder) implements Deed {}

  /** A name became another one. */
  record Renamed(Instant at, Path from, Path path) implements Deed {}

  /** A file has a second name. */
  record Linked(Instant at, Path from, Path path) implements Deed {}

  /** A name is gone. */
  record Removed(Instant at, Path path) implements Deed {}

  /** A thread begins to wait for the disk, while others may go on writing. */
  record Waiting(Instant at, Path path, String thread) implements Deed {}

  /**
   * All that was done before the thread began to wait, or until now when it did not, is on disk.
   */
  record Synced(Instant at, Path path, String thread) implements Deed {}

  /** Copies the list. */
  DiskStory {
    deeds = List.copyOf(deeds);
  }

  /** The command that writes such a story down; gives the test up, aloud, where there is none. */
  static List<String> writer(Path log) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("strace", "--seccomp-bpf", "-f", "-ttt", "-y", "-xx", "-s", "16777216"));
    command.addAll(List.of("-e", "signal=none", "-e", "trace=" + CALLS, "-o", log.toString()));
    List<String> trial = new ArrayList<>(command);
    trial.add("true");
    try {
      if (new ProcessBuilder(trial).start().onExit().join().exitValue() == 0) {
        return command;
      }
    } catch (IOException missing) {
      // said below
    }
    String loud =
        "NOT TESTED: a loss of power. It needs strace 5.3 or newer and the right to use it";
    System.err.println(loud);
    Assumptions.abort(loud);
    return command;
  }
}
