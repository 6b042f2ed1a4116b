package dev.footfall.app.orchestration;

import dev.footfall.app.config.EngineConfig;
import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.app.config.SourceConfig;
import dev.footfall.app.config.Surroundings;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.group.Room;
import dev.footfall.sources.Dialect;
import dev.footfall.sources.EngineSettings;
import dev.footfall.sources.SourceSettings;
import java.nio.file.Path;

/** Turns a configured source into what the engine opens. */
public final class SourceLocations {
  private SourceLocations() {}

  /** How an orchestration's query is read. */
  public static Dialect dialect(OrchestrationConfig orchestration) {
    return switch (orchestration.query().dialect()) {
      case NATIVE -> Dialect.NATIVE;
      case PRESTO -> orchestration.query().strict() ? Dialect.PRESTO_STRICT : Dialect.PRESTO;
    };
  }

  /** The source's place, with its secrets resolved; it spills below the project's own folder. */
  public static SourceSettings of(SourceConfig source, Surroundings surroundings) {
    EngineSettings engine = engine(source.engine(), surroundings.root());
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

  /** Room to bring the source's rows together; they spill where its engine does. */
  static Room room(SourceConfig source, Surroundings surroundings) {
    EngineSettings engine = engine(source.engine(), surroundings.root());
    return Room.below(engine.temporary()).encrypted(engine.encryptTemporary());
  }

  private static EngineSettings engine(EngineConfig wishes, Path root) {
    Path usual = root.resolve(".footfall").resolve("tmp");
    EngineSettings engine =
        EngineSettings.spillingTo(wishes.tempFolder().map(root::resolve).orElse(usual));
    engine = wishes.memoryLimit().map(engine::memoryLimit).orElse(engine);
    engine = wishes.threads().map(engine::threads).orElse(engine);
    engine = wishes.timeout().map(engine::timeout).orElse(engine);
    return wishes.tempLimit().map(engine::temporaryLimit).orElse(engine);
  }
}
