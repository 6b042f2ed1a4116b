package dev.footfall.app.cli;

import dev.footfall.app.config.CredentialConfig;
import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.SettingValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a credential must hold because of the columns that a query returns. */
record NeededForColumns(Project project, OrchestrationConfig orchestration) {
  /** A line on each field that is missing: where, what for, and where to find it. */
  List<String> lacks(SettingValues settings, Binding query) {
    return Optional.ofNullable(project.destinations().get(orchestration.names().destination()))
        .map(destination -> lacks(destination, settings, query))
        .orElse(List.of());
  }

  private List<String> lacks(DestinationConfig destination, SettingValues settings, Binding query) {
    Optional<CredentialConfig> credential =
        destination.credential().flatMap(n -> Optional.ofNullable(project.credentials().get(n)));
    Set<String> given = credential.map(c -> c.fields().keySet()).orElse(Set.of());
    String who =
        Failures.place(credential.map(CredentialConfig::place).orElse(destination.place()))
            + ": "
            + credential
                .map(c -> "credential '" + c.name() + "'")
                .orElse("destination '" + destination.name() + "' has no credential and");
    return destination.destination().spec().credential().stream()
        .filter(field -> field.isMissedBy(given, settings, query))
        .map(field -> who + " lacks '" + field.name() + "', which " + why(field, query))
        .toList();
  }

  private String why(CredentialField field, Binding query) {
    String columns =
        field.use().stream()
            .flatMap(use -> use.columns().stream())
            .filter(query::has)
            .sorted()
            .map(column -> "'" + query.label(column) + "'")
            .collect(Collectors.joining(" and "));
    return columns
        + " of orchestration '"
        + orchestration.name()
        + "' cannot do without: "
        + field.help();
  }
}
