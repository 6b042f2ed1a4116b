package dev.footfall.core.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A folder of this machine, made when missing.
 *
 * @param folder in which complete files appear
 */
public record FolderShelf(Path folder) implements Shelf {
  @Override
  public String address() {
    return folder.toAbsolutePath().normalize().toString();
  }

  @Override
  public boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  @Override
  public void bring(Path whole, String as) throws IOException {
    Files.createDirectories(folder);
    Path passing = folder.resolve(Shelf.passing(as));
    try {
      Files.move(whole, passing, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherDisk) {
      Files.copy(whole, passing, StandardCopyOption.REPLACE_EXISTING);
    }
    try (FileChannel content = FileChannel.open(passing, StandardOpenOption.WRITE)) {
      content.force(true); // whoever packed it did not
    }
    sync(); // what is not there after a loss of power would be taken for named
  }

  /** A link is refused when the name is taken, where a move would replace. */
  @Override
  public boolean name(String as, String name) throws IOException {
    Path passing = folder.resolve(Shelf.passing(as));
    Path target = folder.resolve(name);
    try {
      Files.createLink(target, passing);
    } catch (FileAlreadyExistsException taken) {
      if (!Files.exists(passing)) {
        return true;
      }
      if (!Files.isSameFile(passing, target)) {
        return false;
      }
    } catch (NoSuchFileException named) {
      return true;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      return moved(passing, target);
    }
    Files.delete(passing);
    sync();
    return true;
  }

  private boolean moved(Path passing, Path target) throws IOException {
    try {
      Files.move(passing, target);
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
    sync();
    return true;
  }

  /** Makes the names durable, where the system lets a folder be synced. */
  private void sync() {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException unsupported) {
      // the names are durable a little later
    }
  }

  @Override
  public void discard(String as) throws IOException {
    Files.deleteIfExists(folder.resolve(Shelf.passing(as)));
  }
}
