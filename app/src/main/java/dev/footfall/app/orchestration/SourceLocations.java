package dev.footfall.app.orchestration;

import dev.footfall.app.config.SourceConfig;
import dev.footfall.app.config.Surroundings;
import dev.footfall.core.credential.Secret;
import dev.footfall.sources.EngineSettings;
import dev.footfall.sources.SourceSettings;

/** Turns a configured source into what the engine opens. */
public final class SourceLocations {
  private SourceLocations() {}

  /** The source's place, with its secrets resolved; it spills below the project's own folder. */
  public static SourceSettings of(SourceConfig source, Surroundings surroundings) {
    EngineSettings engine =
        EngineSettings.spillingTo(surroundings.root().resolve(".footfall").resolve("tmp"));
    if (source instanceof SourceConfig.DuckDb file) {
      return new SourceSettings.DuckDbFile(surroundings.root().resolve(file.path()), engine);
    }
    if (source instanceof SourceConfig.Files folder) {
      return new SourceSettings.FileFolder(surroundings.root().resolve(folder.path()), engine);
    }
    SourceConfig.Jdbc database = (SourceConfig.Jdbc) source;
    return new SourceSettings.JdbcDatabase(
        database.url().resolve(surroundings).reveal(),
        database.user().map(u -> u.resolve(surroundings).reveal()).orElse(""),
        database.password().map(p -> p.resolve(surroundings)).orElse(Secret.of("")),
        database.schema().map(s -> s.resolve(surroundings).reveal()).orElse(""),
        engine);
  }
}
