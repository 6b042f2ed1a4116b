package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.core.run.FateListener;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes one line for each row and field that was left behind, as they are heard of, under another
 * name; the file appears under its own name when it is complete. A name that ends in {@code .csv}
 * is for a spreadsheet, any other has JSON lines.
 */
final class RejectsFile implements FateListener, AutoCloseable {
  private static final List<String> HEADING =
      List.of("row", "order_id", "code", "column", "fate", "message");

  private final PrivateOutput output;
  private final Writer writer;
  private final boolean csv;
  private Optional<IOException> failure = Optional.empty();
  private boolean finished;

  RejectsFile(PrivateOutput output, Writer writer, boolean csv) {
    this.output = output;
    this.writer = writer;
    this.csv = csv;
  }

  /** A file that will be complete when {@link #finish} returns. */
  static RejectsFile at(Path file) throws IOException {
    PrivateOutput output = PrivateOutput.at(file);
    boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    RejectsFile rejects = new RejectsFile(output, new BufferedWriter(output.open()), csv);
    if (csv) {
      rejects.write(CsvForPeople.line(HEADING));
    }
    return rejects;
  }

  @Override
  public synchronized void hear(Line line) {
    write(csv ? csv(line) : json(line) + "\n");
  }

  /** A failure is told at the end: the run goes on. */
  private void write(String text) {
    if (failure.isEmpty()) {
      try {
        writer.write(text);
      } catch (IOException failed) {
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
    output.publish();
    finished = true;
  }

  /** Removes a file that was not finished, also where the disk takes no more of it. */
  @Override
  public synchronized void close() {
    if (finished) {
      return;
    }
    try {
      writer.close();
    } catch (IOException full) {
      failure = Optional.of(full);
    }
    try {
      output.discard();
    } catch (IOException left) {
      failure = Optional.of(left);
    }
  }

  private static String csv(Line line) {
    return CsvForPeople.line(
        List.of(
            String.valueOf(line.row()),
            order(line),
            line.code().name(),
            line.column(),
            line.fate(),
            line.message()));
  }

  private static String order(Line line) {
    return line.orderId().isEmpty() ? "" : PersonalColumns.withoutAddresses(line.orderId());
  }

  private static ObjectNode json(Line line) {
    ObjectNode node = Json.object();
    node.put("row", line.row());
    if (line.orderId().isEmpty()) {
      node.putNull("order_id");
    } else {
      node.put("order_id", order(line));
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
