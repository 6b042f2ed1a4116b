package dev.footfall.app.cli;

import dev.footfall.app.config.Project;
import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.Replay;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.core.run.Quarantine;
import dev.footfall.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was rejected or refused and may still be delivered. */
@Command(
    name = "quarantine",
    description =
        "Show what was rejected or refused and may still be delivered: by code, with its remedy.",
    footer = {
      "footfall quarantine",
      "footfall quarantine stores-to-meta --code BAD_CURRENCY --list",
      "footfall quarantine stores-to-meta --code RETURN_OR_CANCELLATION --release"
    })
final class QuarantineCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "ORCHESTRATION",
      arity = "0..1",
      description = "Only what it has rejected (default: all of them).")
  private Optional<String> orchestration = Optional.empty();

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "Only this code, ours or the platform's.")
  private Optional<String> code = Optional.empty();

  @Option(names = "--run", paramLabel = "RUN", description = "Only what this run has seen.")
  private Optional<String> run = Optional.empty();

  @Option(names = "--list", description = "One line a reference; no values are kept.")
  private boolean each;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most references to list (default: 100).")
  private int limit = 100;

  @Option(
      names = "--release",
      description = "Let go of these references for good, such as of orders that nobody will mend.")
  private boolean release;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  QuarantineCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    StoreConfig config = session.projectFile().store();
    check();
    if (!OpenStore.isThere(session, config)) {
      nothing();
      return ExitCode.DONE.number();
    }
    try (Store store = OpenStore.of(session, config)) {
      Quarantine.Wanted wanted = wanted(store);
      List<Quarantine.Sum> sums = store.quarantine().sums(wanted);
      if (sums.isEmpty()) {
        orchestration.ifPresent(name -> requireKnown(name, store));
        nothing();
      } else if (release) {
        release(store.quarantine().release(wanted));
      } else {
        print(sums, wanted, store);
      }
    }
    return ExitCode.DONE.number();
  }

  /** A name that is neither in the project nor in its history was typed wrongly. */
  private void requireKnown(String name, Store store) {
    Set<String> names = session.projectFile().project().orchestrations().keySet();
    if (!names.contains(name) && store.runs().latest(name, 1).isEmpty()) {
      throw UserFault.of(
          "no orchestration '"
              + name
              + "' in "
              + Project.FILE
              + "; there are: "
              + String.join(", ", names.stream().sorted().toList()));
    }
  }

  private void nothing() {
    Console console = session.console();
    if (json) {
      Json.print(Json.list(), console);
    } else {
      console.say("Nothing is in quarantine" + (isAll() ? "." : " that was asked for."));
    }
  }

  private boolean isAll() {
    return orchestration.isEmpty() && code.isEmpty() && run.isEmpty();
  }

  private void release(int entries) {
    Console console = session.console();
    if (json) {
      Json.print(Json.object().put("released", entries), console);
    } else {
      console.print(
          Figures.of(entries, "reference")
              + " released: 'replay' sends them no more. A run that meets their rows judges them"
              + " anew.");
    }
  }

  private void print(List<Quarantine.Sum> sums, Quarantine.Wanted wanted, Store store) {
    QuarantinePage page = new QuarantinePage(store, session.console(), session.clock().instant());
    if (!each) {
      show(json, page::json, page::sums, sums);
    } else {
      show(json, page::listJson, page::list, store.quarantine().list(wanted, limit));
    }
  }

  private static <T> void show(
      boolean isJson, Consumer<List<T>> json, Consumer<List<T>> page, List<T> lines) {
    (isJson ? json : page).accept(lines);
  }

  private void check() {
    if (limit < 1) {
      throw UserFault.usage("--limit must be 1 or more");
    }
    if (release && isAll()) {
      throw UserFault.usage("--release needs an ORCHESTRATION, --code or --run");
    }
  }

  private Quarantine.Wanted wanted(Store store) {
    OptionalInt number =
        run.isPresent() ? OptionalInt.of(FoundRun.of(run, store).number()) : OptionalInt.empty();
    return new Replay(code, number).of(orchestration);
  }
}
