package dev.footfall.app.cli;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.UnresolvedReference;
import dev.footfall.app.orchestration.Connections;
import dev.footfall.core.credential.TokenStore;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.store.Store;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which credentials of a project end soon, by what is known of them; asks no platform. */
record CredentialEnds(Session session, Project project) {
  /** One warning a credential. */
  List<String> warnings() {
    if (!OpenStore.isThere(session, project.store())) {
      return warnings(new Unkept());
    }
    try (Store store = OpenStore.of(session, project.store())) {
      return warnings(store.tokens());
    }
  }

  private List<String> warnings(TokenStore tokens) {
    Connections connections = Connections.of(project, session.surroundings(), tokens);
    Set<String> warnings = new LinkedHashSet<>();
    for (DestinationConfig destination : project.destinations().values()) {
      warnings.addAll(warnings(connections, destination));
    }
    return List.copyOf(warnings);
  }

  /** What is wrong with the destination itself is told by other checks. */
  private List<String> warnings(Connections connections, DestinationConfig destination) {
    try {
      return connections.targets(destination).stream()
          .flatMap(target -> connections.endsSoon(target, session.clock().instant()).stream())
          .toList();
    } catch (UnresolvedReference | SettingFault toldElsewhere) {
      return List.of();
    }
  }
}
