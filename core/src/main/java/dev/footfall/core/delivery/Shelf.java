package dev.footfall.core.delivery;

import dev.footfall.core.destination.Reading;
import dev.footfall.core.file.Packing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Puts a complete file where it is wanted. */
@FunctionalInterface
public interface Shelf {
  /** The folder in which the files grow. */
  Shelf FOLDER =
      (whole, target) -> {
        Files.move(
            whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return Optional.empty();
      };

  /**
   * Publishes a file under its final name, whole or not at all; one of the same name is replaced.
   *
   * @param whole the file, synced; gone afterwards, or removed by the caller
   * @param target its final name beside it
   * @return why the run must stop; the file's events then count as not sent
   */
  Optional<Reading.Stop> publish(Path whole, Path target) throws IOException;

  /** This shelf for files that are packed first. */
  default Shelf behind(Packing packing) {
    return packing == Packing.NONE
        ? this
        : (whole, target) -> {
          Path packed = target.resolveSibling("." + target.getFileName() + ".packed");
          String name = target.getFileName().toString();
          packing.pack(
              whole, packed, name.substring(0, name.length() - packing.extension().length()));
          Files.move(packed, whole, StandardCopyOption.REPLACE_EXISTING);
          return publish(whole, target);
        };
  }
}
