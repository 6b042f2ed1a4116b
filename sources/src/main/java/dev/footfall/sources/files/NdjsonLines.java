package dev.footfall.sources.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file that are not blank; malformed UTF-8 becomes U+FFFD. */
final class NdjsonLines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int end;
  private long number;

  NdjsonLines(Path file) {
    this.file = file;
    try {
      this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    } catch (IOException e) {
      throw FileFaults.unreadable(file, e);
    }
  }

  /** Number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  Optional<String> next() {
    try {
      while (fill()) {
        String text = readLine();
        number++;
        if (number == 1 && text.startsWith("\uFEFF")) {
          text = text.substring(1);
        }
        if (!text.isBlank()) {
          return Optional.of(text);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw FileFaults.unreadable(file, e);
    }
  }

  private String readLine() throws IOException {
    line.reset();
    while (fill()) {
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.write(buffer, start, at - start);
      if (at < end) {
        at++;
        break;
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return at < end;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw FileFaults.unreadable(file, e);
    }
  }
}
