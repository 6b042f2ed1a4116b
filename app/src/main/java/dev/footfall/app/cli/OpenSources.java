package dev.footfall.app.cli;

import dev.footfall.app.config.ConfigText;
import dev.footfall.app.config.SourceConfig;
import dev.footfall.app.config.Surroundings;
import dev.footfall.core.credential.Secret;
import dev.footfall.sources.EngineSettings;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.SourceSettings;
import dev.footfall.sources.Sources;

/** Opens the sources of a project. */
record OpenSources(Surroundings surroundings) {
  /** Where the engine spills, below the project's folder. */
  private static final String SPILL = ".footfall/spill";

  SourceSession open(SourceConfig source) {
    return Sources.open(settings(source));
  }

  private SourceSettings settings(SourceConfig source) {
    EngineSettings engine = EngineSettings.spillingTo(surroundings.root().resolve(SPILL));
    if (source instanceof SourceConfig.DuckDb file) {
      return new SourceSettings.DuckDbFile(file.path(), engine);
    }
    if (source instanceof SourceConfig.Files folder) {
      return new SourceSettings.FileFolder(folder.path(), engine);
    }
    SourceConfig.Jdbc jdbc = (SourceConfig.Jdbc) source;
    return new SourceSettings.JdbcDatabase(
        jdbc.url().resolve(surroundings).reveal(),
        jdbc.user().map(this::secret).map(Secret::reveal).orElse(""),
        jdbc.password().map(this::secret).orElse(Secret.of("")),
        jdbc.schema().map(this::secret).map(Secret::reveal).orElse(""),
        engine);
  }

  private Secret secret(ConfigText text) {
    return text.resolve(surroundings);
  }
}
