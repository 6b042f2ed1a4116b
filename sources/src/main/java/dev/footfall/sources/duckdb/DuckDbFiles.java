package dev.footfall.sources.duckdb;

import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.SourceSettings.DuckDbFile;
import java.nio.file.Files;
import java.util.List;

/** Opens DuckDB files, read-only; the file's lock keeps writers out for as long. */
public final class DuckDbFiles {
  private DuckDbFiles() {}

  /** Opens the file's tables for one run. */
  public static SourceSession open(DuckDbFile settings) {
    if (!Files.isRegularFile(settings.path())) {
      throw new SourceFault(
          "SOURCE_NOT_FOUND", "There is no DuckDB file at " + settings.path() + ". Check the path");
    }
    EmbeddedEngine engine = EmbeddedEngine.start(settings.engine());
    try {
      engine.execute("ATTACH " + Sql.text(settings.path().toString()) + " AS source (READ_ONLY)");
      engine.execute("USE source");
      QueryCompiler presto = PrestoCompiler.install(engine);
      engine.lock(List.of());
      return new EngineSession(engine, presto, EngineSession.Guard.NONE);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }
}
