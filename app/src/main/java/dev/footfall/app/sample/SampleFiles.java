package dev.footfall.app.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;

/** Writes every table and view of the brand to a file of its own. */
final class SampleFiles {

  private final SampleWorkshop workshop;
  private final SampleFormat format;
  private final Progress progress;

  SampleFiles(SampleWorkshop workshop, SampleFormat format, Progress progress) {
    this.workshop = workshop;
    this.format = format;
    this.progress = progress;
  }

  void write(Set<String> tables, Path folder) throws SQLException, IOException {
    Files.createDirectories(folder);
    long done = 0;
    for (String table : tables) {
      progress.at("files", done++, tables.size());
      workshop.sql(
          "COPY brand.%s TO %s (%s)"
              .formatted(table, SampleWorkshop.quoted(folder.resolve(fileName(table))), how()));
    }
    progress.at("files", done, tables.size());
  }

  private String fileName(String table) {
    return switch (format) {
      case PARQUET -> table + ".parquet";
      case CSV -> table + ".csv";
      case DUCKDB -> throw new IllegalArgumentException("one file holds all tables");
    };
  }

  private String how() {
    return format == SampleFormat.PARQUET
        ? "FORMAT parquet, COMPRESSION zstd"
        : "FORMAT csv, HEADER, NULLSTR ''";
  }
}
