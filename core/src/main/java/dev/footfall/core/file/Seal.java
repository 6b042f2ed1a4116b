package dev.footfall.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What is done to a whole file before it leaves, such as encryption. */
@FunctionalInterface
public interface Seal {
  /** Leaves files as they are. */
  Seal NONE = (whole, result) -> Files.move(whole, result, StandardCopyOption.REPLACE_EXISTING);

  /** What is appended to a file's name, such as {@code .pgp}. */
  default String extension() {
    return "";
  }

  /**
   * Seals a file.
   *
   * @param whole may be gone afterwards
   * @param result complete on return
   */
  void seal(Path whole, Path result) throws IOException;
}
