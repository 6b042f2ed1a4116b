package dev.footfall.core.delivery;

import dev.footfall.core.file.Seal;
import dev.footfall.core.group.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where files are made, and where they go from there.
 *
 * @param folder in which they grow, unseen; made when missing
 * @param seal what is done to a whole file before it leaves
 * @param shelf where they are wanted
 * @param room where it waits what the lines of a file stand for, until the file has its name
 */
public record Workshop(Path folder, Seal seal, Shelf shelf, Room room) implements AutoCloseable {
  private static final String OWNER = "rwx------";

  /** Files that leave as they are. */
  public Workshop(Path folder, Shelf shelf) {
    this(folder, Seal.NONE, shelf, Room.below(folder));
  }

  /** A new, empty file of the folder; for its owner only where the folder is. */
  Path blank(String name) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    return Files.createFile(file, asPrivateAsTheFolder());
  }

  private FileAttribute<?>[] asPrivateAsTheFolder() throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    boolean isPrivate =
        view != null && OWNER.equals(PosixFilePermissions.toString(permissions(view)));
    return isPrivate
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static Set<PosixFilePermission> permissions(PosixFileAttributeView view)
      throws IOException {
    return view.readAttributes().permissions();
  }

  /** An empty file behind the last one, for those who wait for it. */
  public void mark(String name) throws IOException, ShelfFault {
    String mark = name + ".DONE";
    Path empty = blank(mark);
    shelf.bring(empty, mark);
    if (!shelf.name(mark, mark)) {
      shelf.discard(mark);
    }
    Files.deleteIfExists(empty);
  }

  /** Lets go of the shelf, and of the folder when it is empty. */
  @Override
  public void close() {
    shelf.close();
    try {
      Files.deleteIfExists(folder);
    } catch (IOException notEmpty) {
      // what is left in it is removed later
    }
  }
}
