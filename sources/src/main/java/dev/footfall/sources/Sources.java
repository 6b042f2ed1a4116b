package dev.footfall.sources;

import dev.footfall.sources.SourceSettings.DuckDbFile;
import dev.footfall.sources.SourceSettings.FileFolder;
import dev.footfall.sources.SourceSettings.JdbcDatabase;
import dev.footfall.sources.duckdb.DuckDbFiles;
import dev.footfall.sources.files.FileFolders;
import dev.footfall.sources.jdbc.JdbcDatabases;

/** Opens sources. */
public final class Sources {
  private Sources() {}

  /**
   * Opens a source for one run.
   *
   * @throws dev.footfall.core.source.SourceFault when it is not there or cannot be read
   */
  public static SourceSession open(SourceSettings settings) {
    if (settings instanceof DuckDbFile file) {
      return DuckDbFiles.open(file);
    }
    if (settings instanceof JdbcDatabase database) {
      return JdbcDatabases.open(database);
    }
    return FileFolders.open((FileFolder) settings);
  }
}
