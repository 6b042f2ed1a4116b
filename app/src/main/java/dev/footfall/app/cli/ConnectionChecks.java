package dev.footfall.app.cli;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.UnresolvedReference;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.orchestration.Connections;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Style;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.store.Store;
import java.util.Set;

/** Asks the platforms whether they would take events; one line of the result an account. */
final class ConnectionChecks {
  /** What the platform, not the project's file, has to put right. */
  private static final Set<Code> OF_THE_PLATFORM =
      Set.of(
          Code.CREDENTIALS_REJECTED,
          Code.BAD_CLIENT,
          Code.PERMISSION_DENIED,
          Code.TERMS_NOT_ACCEPTED,
          Code.RATE_LIMITED,
          Code.SFTP_UNAVAILABLE,
          Code.HOST_KEY_MISMATCH,
          Code.REMOTE_PERMISSION_DENIED,
          Code.PLATFORM_UNAVAILABLE);

  private final Session session;
  private final Project project;
  private final Console console;
  private ExitCode worst = ExitCode.DONE;

  ConnectionChecks(Session session, Project project) {
    this.session = session;
    this.project = project;
    this.console = session.console();
  }

  /** The worst that was found: wrong input, or a platform that refuses. */
  ExitCode check() throws InterruptedException {
    try (Store store = OpenStore.of(session, project.store())) {
      Connections connections = Connections.of(project, session.surroundings(), store.tokens());
      for (DestinationConfig destination : project.destinations().values()) {
        check(connections, destination);
      }
    }
    console.out().flush();
    return worst;
  }

  private void check(Connections connections, DestinationConfig destination)
      throws InterruptedException {
    try {
      for (Connections.Target target : connections.targets(destination)) {
        tell(target, connections.test(target));
      }
    } catch (UnresolvedReference missing) {
      wrong(destination, Failures.place(missing.place()) + ": " + missing.getMessage());
    } catch (SettingFault fault) {
      wrong(destination, Failures.place(destination.place()) + ": " + fault.getMessage());
    }
  }

  private void tell(Connections.Target target, Exchange.Step end) {
    String name =
        target.destination().name()
            + target.user().map(OrchestrationConfig::name).map(n -> " (" + n + ")").orElse("");
    if (end instanceof Exchange.Step.Done done) {
      line(name, Style.GOOD, "ok", done.words());
    } else if (end instanceof Exchange.Step.Failed failed) {
      Code code = failed.code();
      line(name, Style.BAD, code.name(), failed.words() + ". " + code.advice());
      mark(OF_THE_PLATFORM.contains(code) ? ExitCode.STOPPED : ExitCode.WRONG_INPUT);
    }
  }

  private void wrong(DestinationConfig destination, String words) {
    line(destination.name(), Style.BAD, "wrong input", words);
    mark(ExitCode.WRONG_INPUT);
  }

  private void line(String name, Style style, String verdict, String words) {
    console.print(name + ": " + console.styled(style, verdict) + ": " + words);
  }

  private void mark(ExitCode found) {
    worst = found.number() > worst.number() ? found : worst;
  }
}
