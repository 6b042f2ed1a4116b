package dev.footfall.app.cli;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.SettingsInForce;
import dev.footfall.app.config.SourceConfig;
import dev.footfall.app.config.UnresolvedReference;
import dev.footfall.app.coverage.Measured;
import dev.footfall.app.orchestration.Fitness;
import dev.footfall.app.orchestration.Prepared;
import dev.footfall.app.orchestration.Routing;
import dev.footfall.app.orchestration.Sampling;
import dev.footfall.app.orchestration.SourceLocations;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.QueryDescription;
import dev.footfall.sources.QueryDescription.DescribedColumn;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a project's queries against the tables of its sources and the destinations' columns. */
final class QueryChecks {
  private final Session session;
  private final Project project;
  private final Set<String> errors = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Map<String, Measured> measured = new LinkedHashMap<>();
  private final long sample;

  /**
   * Checks of a project.
   *
   * @param sample rows to read of each orchestration's query; 0 for none
   */
  QueryChecks(Session session, Project project, long sample) {
    this.session = session;
    this.project = project;
    this.sample = sample;
  }

  /** What must be put right. */
  Set<String> errors() {
    return errors;
  }

  /** What is worth a look. */
  Set<String> warnings() {
    return warnings;
  }

  /** What the first rows of each sound orchestration would become, by its name. */
  Map<String, Measured> measured() {
    return measured;
  }

  /** Opens each source once and checks every query that runs there. */
  void check() {
    credentials();
    for (SourceConfig source : project.sources().values()) {
      List<Check> checks = checks(source);
      if (!checks.isEmpty()) {
        check(source, checks);
      }
    }
  }

  private void credentials() {
    for (OrchestrationConfig orchestration : project.orchestrations().values()) {
      Optional.ofNullable(project.destinations().get(orchestration.names().destination()))
          .flatMap(DestinationConfig::credential)
          .map(project.credentials()::get)
          .ifPresent(credential -> tried(() -> credential.resolve(session.surroundings())));
    }
  }

  /** A query and who runs it; nobody for those that merely lie under {@code queries/}. */
  private record Check(Path path, Optional<OrchestrationConfig> user) {}

  private List<Check> checks(SourceConfig source) {
    List<Check> checks = new ArrayList<>();
    Set<Path> used = new LinkedHashSet<>();
    for (OrchestrationConfig orchestration : project.orchestrations().values()) {
      used.add(orchestration.query().path());
      if (orchestration.names().source().equals(source.name())) {
        checks.add(new Check(orchestration.query().path(), Optional.of(orchestration)));
      }
    }
    if (project.sources().size() == 1) {
      ProjectQuery.files(project).stream()
          .map(Path::normalize)
          .filter(path -> !used.contains(path))
          .forEach(path -> checks.add(new Check(path, Optional.empty())));
    }
    return checks;
  }

  private void check(SourceConfig source, List<Check> checks) {
    Map<String, Optional<QueryDescription>> known = new LinkedHashMap<>();
    tried(
        () -> {
          try (SourceSession opened =
              Sources.open(SourceLocations.of(source, session.surroundings()))) {
            for (Check check : checks) {
              String key = check.path() + " " + check.user().map(QueryChecks::reading).orElse("");
              Optional<QueryDescription> described =
                  known.computeIfAbsent(key, k -> describe(opened, check));
              described.ifPresent(
                  d -> check.user().ifPresent(o -> columns(o, new Described(opened, check, d))));
            }
          } catch (SourceFault fault) {
            errors.add(Failures.place(source.place()) + ": " + fault.getMessage());
          }
        });
  }

  private static String reading(OrchestrationConfig orchestration) {
    return SourceLocations.dialect(orchestration).name();
  }

  private Optional<QueryDescription> describe(SourceSession source, Check check) {
    String shown = project.root().relativize(check.path()).toString();
    try {
      QueryDescription described = source.describe(query(check));
      described.warnings().forEach(w -> warnings.add(shown + ": " + w));
      return Optional.of(described);
    } catch (SourceFault fault) {
      errors.add(shown + ": " + fault.getMessage());
      return Optional.empty();
    }
  }

  private SourceQuery query(Check check) {
    SourceQuery query =
        SourceQuery.presto(
            ProjectQuery.read(project, check.path()).sql(), session.clock().instant());
    return check.user().map(o -> query.dialect(SourceLocations.dialect(o))).orElse(query);
  }

  /** A query that the source understands. */
  private record Described(SourceSession source, Check check, QueryDescription description) {}

  private void columns(OrchestrationConfig orchestration, Described described) {
    DestinationConfig outlet = project.destinations().get(orchestration.names().destination());
    if (outlet == null) {
      return;
    }
    Destination destination = outlet.destination();
    tried(
        () -> {
          SettingValues settings =
              SettingsInForce.of(orchestration, outlet, session.surroundings());
          Vocabulary vocabulary =
              orchestration.columns().or(outlet::columns).orElse(Vocabulary.PLATFORM);
          QueryDescription description = described.description();
          Binding binding =
              Binding.of(destination.spec(settings), vocabulary, description.header(), settings);
          binding.problems().forEach(problem -> note(orchestration, problem));
          errors.addAll(new NeededForColumns(project, orchestration).lacks(settings, binding));
          slips(orchestration, destination.spec(), binding, description);
          if (binding.problems().stream().noneMatch(Binding.Problem::stops)) {
            measure(
                new Prepared(
                    orchestration,
                    outlet,
                    settings,
                    described.source(),
                    query(described.check()),
                    description,
                    binding,
                    session.clock().instant()));
          }
        });
  }

  /** Compiles the way of a run, and goes it with the first rows. */
  private void measure(Prepared prepared) {
    Fitness.tooShort(project.store().retention(), prepared).ifPresent(errors::add);
    if (sample == 0) {
      Routing.of(prepared, false, "validate");
      return;
    }
    String name = prepared.orchestration().name();
    try {
      measured.put(name, new Sampling(sample, false).of(prepared));
    } catch (SourceFault fault) {
      errors.add("orchestration '" + name + "': " + fault.getMessage());
    }
  }

  private void note(OrchestrationConfig orchestration, Binding.Problem problem) {
    String line =
        "orchestration '"
            + orchestration.name()
            + "': "
            + problem.code()
            + ": "
            + problem.message();
    (problem.stops() ? errors : warnings).add(line);
  }

  /** Hashing that is done in SQL, and identities that are the same in every row. */
  private void slips(
      OrchestrationConfig orchestration,
      DestinationSpec spec,
      Binding binding,
      QueryDescription described) {
    for (ColumnSpec column : spec.columns()) {
      int index = binding.index(column.name());
      if (index < 0 || !column.rule().hashed()) {
        continue;
      }
      DescribedColumn found = described.columns().get(index);
      String where = "orchestration '" + orchestration.name() + "': ";
      String label = found.header().name();
      if (found.hashedInSql()) {
        warnings.add(
            where
                + "the query hashes '"
                + label
                + "' itself; return it plain, so that it is normalised first");
      }
      if (found.constant()) {
        warnings.add(
            where
                + Code.CONSTANT_IDENTITY
                + ": '"
                + label
                + "' holds the same text in every row; select the column, not its name in quotes");
      }
    }
  }

  private void tried(Runnable check) {
    try {
      check.run();
    } catch (UnresolvedReference missing) {
      errors.add(Failures.place(missing.place()) + ": " + missing.getMessage());
    } catch (SettingFault fault) {
      errors.add(Project.FILE + ": " + fault.getMessage());
    }
  }
}
