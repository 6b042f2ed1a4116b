package dev.footfall.core.delivery;

import dev.footfall.core.file.Seal;
import dev.footfall.core.group.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where files are made, and where they go from there.
 *
 * @param folder in which they grow, unseen; made when missing
 * @param seal what is done to a whole file before it leaves
 * @param shelf where they are wanted
 * @param room where it waits what the lines of a file stand for, until the file has its name
 */
public record Workshop(Path folder, Seal seal, Shelf shelf, Room room) implements AutoCloseable {
  /** Files that leave as they are. */
  public Workshop(Path folder, Shelf shelf) {
    this(folder, Seal.NONE, shelf, Room.below(folder));
  }

  /** An empty file behind the last one, for those who wait for it. */
  public void mark(String name) throws IOException, ShelfFault {
    String mark = name + ".DONE";
    Path empty = folder.resolve(mark);
    Files.createDirectories(folder);
    Files.write(empty, new byte[0]);
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
