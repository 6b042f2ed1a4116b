package dev.footfall.app.cli;

import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that a person asked for and that may tell of customers: only its owner may read it, and it
 * has its name when it is whole. What is no file (a pipe, a device) is written to as it is.
 */
final class PrivateOutput {
  private static final String DRAFT = ".part";

  private final Path file;
  private final Path draft;

  private PrivateOutput(Path file, Path draft) {
    this.file = file;
    this.draft = draft;
  }

  static PrivateOutput at(Path file) {
    return new PrivateOutput(
        file,
        Files.exists(file) && !Files.isRegularFile(file)
            ? file
            : file.resolveSibling(file.getFileName() + DRAFT));
  }

  /** Begins it anew. */
  Writer open() throws IOException {
    if (!isDirect()) {
      Files.deleteIfExists(draft);
      DurableFiles.privateFile(draft);
    }
    OutputStream out = Files.newOutputStream(draft);
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  /** Gives the file its name. */
  void publish() throws IOException {
    if (!isDirect()) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what was begun. */
  void discard() throws IOException {
    if (!isDirect()) {
      Files.deleteIfExists(draft);
    }
  }

  private boolean isDirect() {
    return draft.equals(file);
  }

  /** Writes a whole file. */
  static void write(Path file, String text) throws IOException {
    PrivateOutput output = at(file);
    boolean isWhole = false;
    try {
      try (Writer writer = output.open()) {
        writer.write(text);
      }
      output.publish();
      isWhole = true;
    } finally {
      if (!isWhole) {
        output.discard();
      }
    }
  }
}
