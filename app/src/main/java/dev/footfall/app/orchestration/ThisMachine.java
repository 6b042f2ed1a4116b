package dev.footfall.app.orchestration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Tells machines apart that share a store, by a name that lies beside their files: where the files
 * of a project are shared too, so is the name.
 */
final class ThisMachine {
  private static final String FILE = ".footfall/machine";

  private ThisMachine() {}

  /** The name of the machine that holds this project folder; made at first use. */
  static String name(Path root) {
    Path file = root.resolve(FILE);
    try {
      if (Files.notExists(file)) {
        Files.createDirectories(file.getParent());
        write(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + FILE, e);
    }
  }

  private static void write(Path file) throws IOException {
    try {
      Files.writeString(file, UUID.randomUUID() + "\n", StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException another) {
      // Another run has just named it.
    }
  }
}
