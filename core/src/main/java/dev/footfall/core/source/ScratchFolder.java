package dev.footfall.core.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of one session's own for spilled rows, which may hold personal data: only its owner may
 * read it, it goes when the session or the process ends, and what a killed process left goes when
 * the next session opens. A lock tells the living from the dead.
 */
public final class ScratchFolder implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final String PREFIX = "session-";

  private final Path folder;
  private final FileChannel channel;
  private final Thread atExit = new Thread(this::delete, "footfall-scratch");

  private ScratchFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Removes what dead sessions left below {@code parent} and makes a folder for a new one. */
  public static ScratchFolder below(Path parent) {
    try {
      makePrivate(parent);
      sweep(parent);
      ScratchFolder scratch = null;
      while (scratch == null) {
        scratch = claim(parent);
      }
      Runtime.getRuntime().addShutdownHook(scratch.atExit);
      return scratch;
    } catch (IOException e) {
      throw new SourceFault(
          "TEMPORARY_FOLDER_UNUSABLE",
          "Cannot write to the temporary folder "
              + parent
              + ". Make it writable or name another one.",
          e);
    }
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException exiting) {
      return; // the hook does it
    }
    delete();
  }

  /** Null when a sweeper was quicker and took the lock of the file just made. */
  private static @Nullable ScratchFolder claim(Path parent) throws IOException {
    String name = PREFIX + UUID.randomUUID();
    Path lockFile = parent.resolve(name + LOCK);
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (tryLock(channel) == null || !Files.exists(lockFile)) {
      channel.close();
      return null;
    }
    Path folder = parent.resolve(name);
    makePrivate(folder);
    return new ScratchFolder(folder, channel);
  }

  private void delete() {
    try {
      deleteTree(folder);
      Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + LOCK));
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }

  private static void sweep(Path parent) throws IOException {
    for (Path entry : listed(parent)) {
      String name = String.valueOf(entry.getFileName());
      if (name.startsWith(PREFIX) && !name.endsWith(LOCK)) {
        sweepSession(entry, parent.resolve(name + LOCK));
      }
    }
  }

  /** A folder is made after its lock is held, so one without a lock has no living owner. */
  private static void sweepSession(Path folder, Path lockFile) throws IOException {
    if (!Files.exists(lockFile)) {
      deleteTree(folder);
      return;
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
      if (tryLock(channel) != null) {
        deleteTree(folder);
        Files.deleteIfExists(lockFile);
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static List<Path> listed(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.toList();
    }
  }

  private static void makePrivate(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }
}
