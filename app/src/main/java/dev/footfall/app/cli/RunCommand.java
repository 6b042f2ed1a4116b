package dev.footfall.app.cli;

import dev.footfall.app.config.Project;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.BrokenRun;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.app.terminal.Progress;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.StopSignal;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs orchestrations. */
@Command(
    name = "run",
    description = "Run orchestrations: query, map, send, and balance the books.",
    footer = {
      "footfall run stores-to-meta",
      "footfall run stores-to-meta stores-to-tiktok --report runs.json",
      "footfall run stores-to-meta --dry-run",
      "footfall run --resume stores-to-meta"
    })
class RunCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = "Orchestrations of the project, run one after the other.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "What the run's clock says at its start.")
  private Optional<Instant> now = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the books as JSON; a list when several run.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Write one line for each rejected row and dropped field: CSV for a spreadsheet when FILE"
              + " ends in .csv, else JSON.")
  private Optional<Path> rejects = Optional.empty();

  @Option(names = "--dry-run", description = "Build everything, send and remember nothing.")
  private boolean dryRun;

  @Option(
      names = "--resume",
      description =
          "Go on with the latest run where it did not do all it had to: same window, nothing sent"
              + " twice. Does nothing, with exit code 0, where it did.")
  private boolean resume;

  @Option(names = "--json", description = "Print the books as JSON, one line a run.")
  private boolean json;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (resume && now.isPresent()) {
      throw UserFault.usage("--resume goes on with the run's own time; leave --now out");
    }
    Project project = session.project();
    RunBooks books = new RunBooks(session.console(), new RunBooks.Wishes(json, dryRun));
    try (Interruption interruption = Interruption.listen();
        Rejects lines = rejects();
        Store store = OpenStore.of(session, project.store())) {
      Orchestrations all = Orchestrations.of(project, session.surroundings(), store);
      int worst = ExitCode.DONE.number();
      for (String name : names) {
        if (isDue(all, name)) {
          worst = Math.max(worst, run(all, name, interruption.signal(), lines, books));
        }
      }
      int written = write(books, lines);
      tidy(store, worst);
      return Math.max(worst, written);
    }
  }

  /**
   * What the runs did is done, whether or not old things can be removed now. Where a run was
   * stopped, its own line has told of the disk or database that is at fault here too.
   */
  private void tidy(Store store, int worst) {
    if (dryRun) {
      return;
    }
    try {
      store.tidy();
      store.clockBelievedFrom().ifPresent(this::warnOfClock);
    } catch (RuntimeException later) {
      if (worst < ExitCode.STOPPED.number()) {
        session
            .console()
            .warn(
                "what is older than its retention could not be removed; a run tomorrow tries"
                    + " again");
      }
    }
  }

  private void warnOfClock(Instant believedFrom) {
    session
        .console()
        .warn(
            "this machine's clock says "
                + session.clock().instant()
                + ", long after all that is known here; nothing is taken for old before it has said"
                + " so for 35 days, until "
                + believedFrom
                + ". Set it, should it be wrong");
  }

  /** Whether there is anything to do for an orchestration. */
  boolean isDue(Orchestrations all, String name) {
    return true;
  }

  /** What is asked of one orchestration. */
  RunRequest request(Orchestrations all, RunRequest plain) {
    return plain;
  }

  final Session session() {
    return session;
  }

  /** Where rejects go, if anywhere. */
  private record Rejects(Optional<RejectsFile> file) implements AutoCloseable {
    FateListener listener() {
      return file.<FateListener>map(f -> f).orElse(FateListener.NONE);
    }

    @Override
    public void close() {
      file.ifPresent(RejectsFile::close);
    }
  }

  private Rejects rejects() {
    try {
      return new Rejects(
          rejects.isPresent()
              ? Optional.of(RejectsFile.at(session.path(rejects.get())))
              : Optional.empty());
    } catch (IOException unwritable) {
      throw UserFault.of("cannot write " + rejects.orElseThrow() + "; check the folder");
    }
  }

  /** Runs one; its failure does not keep the next from running. */
  private int run(
      Orchestrations all, String name, StopSignal signal, Rejects lines, RunBooks books) {
    if (signal.isRaised()) {
      session.console().warn("'" + name + "' was not begun; run it by its name");
      return ExitCode.STOPPED.number();
    }
    try {
      boolean goesOn = resume && all.project().orchestrations().containsKey(name);
      Optional<RecordedRun> left =
          goesOn ? UnfinishedRun.of(name, all.store(), session) : Optional.empty();
      if (goesOn && left.isEmpty()) {
        return ExitCode.DONE.number();
      }
      RunReport report = run(all, name, left, signal, lines);
      books.add(report, all.store());
      return report.ending().exitCode();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return ExitCode.STOPPED.number();
    } catch (BrokenRun broken) {
      books.addBroken(broken.report());
      return Failures.report(broken.fault(), session, name).number();
    } catch (RuntimeException fault) {
      return Failures.report(fault, session, name).number();
    }
  }

  private RunReport run(
      Orchestrations all, String name, Optional<RecordedRun> left, StopSignal signal, Rejects lines)
      throws InterruptedException {
    try (Progress progress = Progress.of(session.console(), name, "row")) {
      RunRequest plain = new RunRequest(now, dryRun, lines.listener(), signal, progress::update);
      return all.run(name, left.map(plain::goingOnWith).orElse(request(all, plain)));
    }
  }

  private int write(RunBooks books, Rejects lines) {
    try {
      if (report.isPresent()) {
        PrivateOutput.write(
            session.path(report.get()), Json.pretty(books.json(names.size())) + "\n");
      }
      if (lines.file().isPresent()) {
        lines.file().get().finish();
      }
      return ExitCode.DONE.number();
    } catch (IOException unwritable) {
      session
          .console()
          .error(
              "cannot write the report or the rejects; check the folder. The run itself is over");
      return ExitCode.WRONG_INPUT.number();
    }
  }
}
