package dev.footfall.app.orchestration;

import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Tells machines apart that share a store, by a name that lies beside their files: where the files
 * of a project are shared too, so is the name.
 */
final class ThisMachine {
  private static final String FOLDER = ".footfall";
  private static final String FILE = "machine";

  private ThisMachine() {}

  /** The name of the machine that holds this project folder; made at first use. */
  static String name(Path root) {
    Path folder = root.resolve(FOLDER);
    Path file = folder.resolve(FILE);
    try {
      if (Files.notExists(file)) {
        DurableFiles.privateFolder(folder);
        DurableFiles.createOnce(file, (UUID.randomUUID() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + FOLDER + "/" + FILE, e);
    }
  }
}
