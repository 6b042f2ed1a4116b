package dev.footfall.sources.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file formats that hold rows, told by the ending of the name. */
enum FileFormat {
  PARQUET(".parquet"),
  CSV(".csv"),
  NDJSON(".ndjson|.jsonl");

  private final String endings;

  FileFormat(String endings) {
    this.endings = endings;
  }

  static Optional<FileFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> Arrays.stream(format.endings.split("\\|")).anyMatch(name::endsWith))
        .findFirst();
  }

  /** The file's name without its ending. */
  String bareName(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }
}
