package dev.footfall.sources.files;

import dev.footfall.sources.SourceSession;
import dev.footfall.sources.SourceSettings.FileFolder;
import dev.footfall.sources.duckdb.EmbeddedEngine;
import dev.footfall.sources.duckdb.EngineSession;
import dev.footfall.sources.duckdb.PrestoCompiler;
import dev.footfall.sources.duckdb.QueryCompiler;
import dev.footfall.sources.duckdb.Sql;
import dev.footfall.sources.files.FolderTables.FolderTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Opens folders of data files. */
public final class FileFolders {
  private FileFolders() {}

  /** Opens the folder's tables for one run; a file replaced during the run fails it. */
  public static SourceSession open(FileFolder settings) {
    List<FolderTable> tables = FolderTables.in(settings.path().toAbsolutePath());
    List<Path> files = tables.stream().flatMap(table -> table.files().stream()).toList();
    FileStamps stamps = new FileStamps(files);
    EmbeddedEngine engine = EmbeddedEngine.start(settings.engine());
    try {
      for (FolderTable table : tables) {
        engine.execute("CREATE VIEW " + Sql.name(table.name()) + " AS " + select(engine, table));
      }
      QueryCompiler presto = PrestoCompiler.install(engine);
      engine.lock(files.stream().map(Path::toString).toList());
      return new EngineSession(engine, presto, stamps::check);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private static String select(EmbeddedEngine engine, FolderTable table) {
    String list =
        table.files().stream()
            .map(file -> Sql.text(file.toString()))
            .collect(Collectors.joining(", ", "[", "]"));
    return switch (table.format()) {
      case PARQUET -> "SELECT * FROM read_parquet(" + list + ", union_by_name = true)";
      case CSV -> CsvTyping.select(engine, list);
      case NDJSON -> JsonTyping.select(engine, list);
    };
  }
}
