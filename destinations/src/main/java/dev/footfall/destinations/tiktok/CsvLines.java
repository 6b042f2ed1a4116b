package dev.footfall.destinations.tiktok;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a file, with their ends, as bytes. */
final class CsvLines {
  private final InputStream content;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long bytes;

  CsvLines(InputStream content) {
    this.content = new BufferedInputStream(content, 1 << 16);
  }

  /** The next line; empty at the end. */
  byte[] next() throws IOException {
    line.reset();
    int read = content.read();
    while (read >= 0) {
      line.write(read);
      if (read == '\n') {
        break;
      }
      read = content.read();
    }
    bytes += line.size();
    return line.toByteArray();
  }

  /** How many were read so far. */
  long bytes() {
    return bytes;
  }
}
