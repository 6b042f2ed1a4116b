package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.core.run.FateListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Writes one JSON line for each row and field that was left behind, as they are heard of, under
 * another name; the file appears under its own name when it is complete.
 */
final class RejectsFile implements FateListener, AutoCloseable {
  private static final String DRAFT = ".part";

  private final Path file;
  private final Path draft;
  private final BufferedWriter writer;
  private Optional<IOException> failure = Optional.empty();
  private boolean finished;

  private RejectsFile(Path file, Path draft) throws IOException {
    this.file = file;
    this.draft = draft;
    this.writer = Files.newBufferedWriter(draft);
  }

  /** A file that will be complete when {@link #finish} returns. */
  static RejectsFile at(Path file) throws IOException {
    return new RejectsFile(file, file.resolveSibling(file.getFileName() + DRAFT));
  }

  @Override
  public synchronized void hear(Line line) {
    if (failure.isEmpty()) {
      try {
        writer.write(json(line).toString());
        writer.write('\n');
      } catch (IOException failed) { // told at the end: the run goes on
        failure = Optional.of(failed);
      }
    }
  }

  /** Gives the file its name. */
  synchronized void finish() throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    writer.close();
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    finished = true;
  }

  /** Removes a file that was not finished. */
  @Override
  public synchronized void close() {
    if (!finished) {
      try {
        writer.close();
        Files.deleteIfExists(draft);
      } catch (IOException left) {
        failure = Optional.of(left);
      }
    }
  }

  private static ObjectNode json(Line line) {
    ObjectNode node = Json.object();
    node.put("row", line.row());
    if (line.orderId().isEmpty()) {
      node.putNull("order_id");
    } else {
      node.put("order_id", PersonalColumns.withoutAddresses(line.orderId()));
    }
    node.put("code", line.code().name());
    if (line.column().isEmpty()) {
      node.putNull("column");
    } else {
      node.put("column", line.column());
    }
    return node.put("fate", line.fate()).put("message", line.message());
  }
}
