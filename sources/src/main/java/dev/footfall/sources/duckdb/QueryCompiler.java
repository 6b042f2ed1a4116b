package dev.footfall.sources.duckdb;

import dev.footfall.sources.SourceQuery;
import java.util.List;

/** Turns a user's query into one SELECT for the embedded engine. */
public interface QueryCompiler {
  /** The SELECT. */
  Compiled compile(SourceQuery query);

  /**
   * A query that the engine understands.
   *
   * @param sql one SELECT without semicolon
   * @param faults reads the errors it may cause
   * @param notes what is known of each column; empty when nothing is
   * @param warnings slips that were tolerated
   */
  record Compiled(String sql, EngineFaults faults, List<ColumnNote> notes, List<String> warnings) {}

  /** What the compiler knows of a column: its type in the dialect's words, and how it is made. */
  record ColumnNote(String name, String type, boolean constant, boolean hashed) {}
}
