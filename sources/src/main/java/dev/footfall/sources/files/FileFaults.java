package dev.footfall.sources.files;

import dev.footfall.core.source.SourceFault;
import java.io.IOException;
import java.nio.file.Path;

/** What can be wrong with a file of rows: always the file, the line and the remedy. */
final class FileFaults {
  private FileFaults() {}

  static SourceFault line(Path file, long line, String what) {
    return new SourceFault("BAD_LINE", file + ":" + line + ": " + what);
  }

  static SourceFault unreadable(Path file, IOException cause) {
    return new SourceFault(
        "SOURCE_UNREADABLE",
        "Cannot read " + file + ". Check that it is readable and whole",
        cause);
  }
}
