package dev.footfall.sources;

import dev.footfall.core.credential.Secret;
import java.nio.file.Path;

/** Where a source's tables are. */
public sealed interface SourceSettings {
  /** What the embedded engine may use while it reads the source. */
  EngineSettings engine();

  /** A DuckDB file. */
  record DuckDbFile(Path path, EngineSettings engine) implements SourceSettings {}

  /**
   * A folder in which each {@code .parquet}, {@code .csv} or {@code .ndjson} file, or folder of
   * them, is a table named after it.
   */
  record FileFolder(Path path, EngineSettings engine) implements SourceSettings {}

  /**
   * A database behind a JDBC driver.
   *
   * @param url as the driver wants it, without user and password
   * @param user empty when the URL or the environment says it
   * @param schema where tables without a schema are looked for; empty for the user's own default
   */
  record JdbcDatabase(
      String url, String user, Secret password, String schema, EngineSettings engine)
      implements SourceSettings {}
}
