package dev.footfall.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where queries find their tables. */
public sealed interface SourceConfig {
  /** The types there are. */
  List<String> TYPES = List.of("duckdb", "files", "jdbc");

  /** Its name in the project. */
  String name();

  /** Where it stands. */
  Place place();

  /** What the embedded engine may use. */
  EngineConfig engine();

  /** One DuckDB file. */
  record DuckDb(String name, Place place, Path path, EngineConfig engine) implements SourceConfig {}

  /** A folder whose Parquet, CSV and NDJSON files are tables. */
  record Files(String name, Place place, Path path, EngineConfig engine) implements SourceConfig {}

  /** A database over JDBC. */
  record Jdbc(
      String name,
      Place place,
      ConfigText url,
      Optional<ConfigText> user,
      Optional<ConfigText> password,
      Optional<ConfigText> schema,
      EngineConfig engine)
      implements SourceConfig {}
}
