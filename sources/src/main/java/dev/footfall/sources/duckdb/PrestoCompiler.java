package dev.footfall.sources.duckdb;

import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.SourceQuery;

/** Presto SQL, translated for the embedded engine. */
public final class PrestoCompiler implements QueryCompiler {
  private PrestoCompiler() {}

  /** Puts on the engine what translated SQL needs; before it is locked. */
  public static PrestoCompiler install(EmbeddedEngine engine) {
    return new PrestoCompiler();
  }

  @Override
  public Compiled compile(SourceQuery query) {
    throw new SourceFault("UNSUPPORTED_SQL", "Presto SQL is not available");
  }
}
