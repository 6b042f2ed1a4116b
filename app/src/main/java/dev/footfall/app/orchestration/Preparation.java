package dev.footfall.app.orchestration;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.SettingsInForce;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.fault.UserFault;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.sources.QueryDescription;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Opens an orchestration's source and binds its query's columns; sends nothing.
 *
 * @param project the project, free of faults
 * @param surroundings what its references are resolved against
 */
public record Preparation(Project project, Surroundings surroundings) {
  /**
   * Prepares one orchestration. The caller closes what it gets.
   *
   * @throws UserFault when the name is unknown or the query's file is missing
   * @throws dev.footfall.core.source.SourceFault when the source or the SQL is at fault
   */
  public Prepared prepare(String name, Instant now) {
    return prepare(name, now, now);
  }

  /**
   * Prepares one orchestration whose query looks from another time than the run.
   *
   * @param asOf what the query takes for now
   */
  Prepared prepare(String name, Instant now, Instant asOf) {
    OrchestrationConfig orchestration = project.orchestrations().get(name);
    if (orchestration == null) {
      throw UserFault.of(
          "no orchestration '"
              + name
              + "' in "
              + Project.FILE
              + "; there are: "
              + String.join(", ", project.orchestrations().keySet().stream().sorted().toList()));
    }
    DestinationConfig destination =
        Objects.requireNonNull(project.destinations().get(orchestration.names().destination()));
    SettingValues settings = SettingsInForce.of(orchestration, destination, surroundings);
    requireSettings(orchestration, destination, settings);
    SourceSession session =
        Sources.open(
            SourceLocations.of(
                Objects.requireNonNull(project.sources().get(orchestration.names().source())),
                surroundings));
    try {
      SourceQuery query = query(orchestration, asOf);
      return bound(orchestration, destination, settings, new Asked(session, query), now);
    } catch (RuntimeException fault) {
      session.close();
      throw fault;
    }
  }

  private static Prepared bound(
      OrchestrationConfig orchestration,
      DestinationConfig destination,
      SettingValues settings,
      Asked asked,
      Instant now) {
    QueryDescription description = asked.session().describe(asked.query());
    Binding binding =
        Binding.of(
            destination.destination().spec(settings),
            vocabulary(orchestration, destination),
            description.header(),
            settings);
    return new Prepared(
        orchestration,
        destination,
        settings,
        asked.session(),
        asked.query(),
        description,
        binding,
        now);
  }

  /** A source and what it is asked. */
  private record Asked(SourceSession session, SourceQuery query) {}

  private static void requireSettings(
      OrchestrationConfig orchestration, DestinationConfig destination, SettingValues settings) {
    List<String> missing = settings.missing(settings.mode());
    if (!missing.isEmpty()) {
      throw UserFault.of(
          Project.FILE
              + ":"
              + orchestration.place().line()
              + ": orchestration '"
              + orchestration.name()
              + "' lacks the setting '"
              + missing.get(0)
              + "'; set it here or in destination '"
              + destination.name()
              + "'");
    }
  }

  static Vocabulary vocabulary(OrchestrationConfig orchestration, DestinationConfig destination) {
    return orchestration.columns().or(destination::columns).orElse(Vocabulary.PLATFORM);
  }

  private static SourceQuery query(OrchestrationConfig orchestration, Instant now) {
    return SourceQuery.presto(read(orchestration.query().path()), now)
        .dialect(SourceLocations.dialect(orchestration));
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException unreadable) {
      throw UserFault.of("query " + path + " cannot be read; check that the file exists");
    }
  }
}
