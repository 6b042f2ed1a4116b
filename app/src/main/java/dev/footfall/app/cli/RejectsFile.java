package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.core.run.FateListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the rows and fields that were left behind, and writes one JSON line for each. */
final class RejectsFile implements FateListener {
  private final List<Line> lines = new ArrayList<>();

  @Override
  public synchronized void hear(Line line) {
    lines.add(line);
  }

  /** Writes them in the order of their rows. */
  synchronized void write(Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      lines.stream()
          .sorted(Comparator.comparingLong(Line::row))
          .forEach(line -> write(line, writer));
    } catch (UncheckedIOException failed) {
      throw new IOException("could not be written", failed);
    }
  }

  private static void write(Line line, BufferedWriter writer) {
    try {
      writer.write(json(line).toString());
      writer.write('\n');
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ObjectNode json(Line line) {
    ObjectNode node = Json.object();
    node.put("row", line.row());
    if (line.orderId().isEmpty()) {
      node.putNull("order_id");
    } else {
      node.put("order_id", line.orderId());
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
