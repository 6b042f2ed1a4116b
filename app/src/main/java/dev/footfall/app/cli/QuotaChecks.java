package dev.footfall.app.cli;

import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.UnresolvedReference;
import dev.footfall.app.orchestration.QuotaCheck;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.store.Store;
import java.util.List;
import java.util.stream.Stream;

/** Which orchestrations' next runs do not fit into what is left of a platform's day. */
record QuotaChecks(Session session, Project project) {
  /** One warning an orchestration. */
  List<String> warnings() {
    if (!OpenStore.isThere(session, project.store())) {
      return List.of();
    }
    try (Store store = OpenStore.of(session, project.store())) {
      QuotaCheck check =
          new QuotaCheck(project, session.surroundings(), store, session.clock().instant());
      return project.orchestrations().values().stream()
          .flatMap(orchestration -> warning(check, orchestration))
          .toList();
    }
  }

  /** What is wrong with its destination is told by other checks. */
  private static Stream<String> warning(QuotaCheck check, OrchestrationConfig orchestration) {
    try {
      return check.tooMuch(orchestration).stream();
    } catch (UnresolvedReference | SettingFault toldElsewhere) {
      return Stream.empty();
    }
  }
}
