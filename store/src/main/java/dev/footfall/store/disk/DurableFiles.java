package dev.footfall.store.disk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are whole or absent after a loss of power, and that only their owner may read. */
public final class DurableFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private DurableFiles() {}

  /** Makes the folder and its parents, the folder itself readable for its owner only. */
  public static void privateFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createDirectories(folder, ownerOnly("rwx------"));
    syncName(folder);
  }

  /** Makes an empty file that only its owner may read and write, unless it exists. */
  public static void privateFile(Path file) throws IOException {
    if (Files.notExists(file)) {
      try {
        Files.createFile(file, ownerOnly("rw-------"));
      } catch (FileAlreadyExistsException e) {
        return; // another process was quicker
      }
    }
  }

  /** Makes a file unless there is one, whole in one step; of several processes, one is first. */
  public static void createOnce(Path file, byte[] content) throws IOException {
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".draft");
    try {
      write(draft, content);
      Files.createLink(file, draft); // unlike a rename, never replaces what another one made
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
    syncName(file);
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(content);
      out.getFD().sync();
    }
  }

  /** Replaces a file's content in one step, durable on return. */
  public static void replace(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    privateFile(fresh);
    write(fresh, content);
    rename(fresh, file);
  }

  /** Renames over a file that may exist, durable on return. */
  public static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncName(to);
  }

  /** Makes a file's name durable, where the platform can. */
  public static void syncName(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      syncFolder(parent);
    }
  }

  /** Makes names in a folder durable, where the platform can. */
  public static void syncFolder(Path folder) throws IOException {
    if (!POSIX) {
      return; // Windows cannot open folders; its renames are journalled
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    if (!POSIX) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
  }
}
