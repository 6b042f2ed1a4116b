package dev.footfall.sources.files;

import dev.footfall.core.source.Rows;
import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.EngineSettings;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads one file's rows as they are written, in the file's order, numbered from 1: nothing is
 * guessed. NDJSON text stays text and numbers stay exact; CSV cells are text.
 */
public final class RowFiles {
  private RowFiles() {}

  /** Opens an {@code .ndjson}, {@code .csv} or {@code .parquet} file. */
  public static Rows open(Path file) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    String user = "footfall-" + System.getProperty("user.name");
    return open(file, EngineSettings.spillingTo(temporary.resolve(user)));
  }

  /** The same with settings for the engine, which reads Parquet. */
  public static Rows open(Path file, EngineSettings engine) {
    if (!Files.isRegularFile(file)) {
      throw new SourceFault("FILE_NOT_FOUND", "There is no file " + file + ". Check the path");
    }
    FileFormat format =
        FileFormat.of(file)
            .orElseThrow(
                () ->
                    new SourceFault(
                        "UNKNOWN_FORMAT",
                        "Cannot tell the format of "
                            + file
                            + ". Its name must end in .ndjson, .csv or .parquet"));
    return switch (format) {
      case NDJSON -> NdjsonRows.open(file);
      case CSV -> CsvRows.open(file);
      case PARQUET -> ParquetRows.open(file, engine);
    };
  }
}
