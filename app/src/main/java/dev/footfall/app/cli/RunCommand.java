package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.Project;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.BrokenRun;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Resumption;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.orchestration.RunReportJson;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Progress;
import dev.footfall.core.destination.Code;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RowFate;
import dev.footfall.core.run.RunStart;
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
  /** Begin the messages that nobody may overlook. */
  private static final List<String> LOUD =
      List.of(
          RunReport.ALL_REJECTED,
          RunReport.OUTCOMES_LEFT_OUT,
          RunReport.QUARANTINE_FULL,
          RunReport.NOT_FOUND);

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
    List<ObjectNode> reports = new ArrayList<>();
    try (Interruption interruption = Interruption.listen();
        Rejects lines = rejects();
        Store store = OpenStore.of(session, project.store())) {
      Orchestrations all = Orchestrations.of(project, session.surroundings(), store);
      int worst = ExitCode.DONE.number();
      for (String name : names) {
        if (isDue(all, name)) {
          worst = Math.max(worst, run(all, name, interruption.signal(), lines, reports));
        }
      }
      tidy(store, worst);
      return Math.max(worst, write(reports, lines));
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
      Orchestrations all, String name, StopSignal signal, Rejects lines, List<ObjectNode> reports) {
    Console console = session.console();
    if (signal.isRaised()) {
      return ExitCode.STOPPED.number();
    }
    try {
      boolean goesOn = resume && all.project().orchestrations().containsKey(name);
      Optional<RecordedRun> left = goesOn ? left(all, name, console) : Optional.empty();
      if (goesOn && left.isEmpty()) {
        return ExitCode.DONE.number();
      }
      RunReport report = run(all, name, left, signal, lines);
      ObjectNode books = RunReportJson.of(report);
      reports.add(books);
      print(books, console);
      tellKept(report, console);
      tellHeld(all.store(), report, console);
      return report.ending().exitCode();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return ExitCode.STOPPED.number();
    } catch (BrokenRun broken) {
      tellBroken(broken.report(), reports, console);
      return Failures.report(broken.fault(), session).number();
    } catch (RuntimeException fault) {
      return Failures.report(fault, session).number();
    }
  }

  /** The books of what was done, if anything was. */
  private void tellBroken(RunReport report, List<ObjectNode> reports, Console console) {
    if (report.sums().rows().read() > 0) {
      ObjectNode books = RunReportJson.of(report);
      reports.add(books);
      print(books, console);
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

  /** What to do about rows that were rejected or refused, unless they are too old for anything. */
  private void tellKept(RunReport report, Console console) {
    Books.RowSums rows = report.sums().rows();
    long tooOld = rows.rejected().getOrDefault(Code.EVENT_TOO_OLD.name(), 0L);
    if (!json && !dryRun && rows.of(RowFate.REJECTED) + rows.of(RowFate.REFUSED) > tooOld) {
      String name = report.names().orchestration();
      console.print(
          "  kept in quarantine: 'footfall quarantine "
              + name
              + "' shows them by code; once mended, 'footfall replay "
              + name
              + "' sends exactly these");
    }
  }

  /** The run to go on with; says which, or why there is none. */
  private Optional<RecordedRun> left(Orchestrations all, String name, Console console) {
    Optional<Resumption.Latest> latest =
        new Resumption(all.store(), session.clock().instant()).latest(name);
    console.say(
        latest.map(l -> inWords(name, l)).orElse(name + ": nothing to resume; it never ran"));
    return latest.filter(Resumption.Latest::isUnfinished).map(Resumption.Latest::run);
  }

  private static String inWords(String name, Resumption.Latest latest) {
    RunStart start = latest.run().start();
    if (!latest.isUnfinished()) {
      return name + ": nothing to resume; its latest run " + start.id() + ": " + latest.word();
    }
    return name
        + ": goes on with run "
        + start.id()
        + " ("
        + latest.word()
        + "), as of "
        + start.terms().now()
        + (start.terms().isFirstSend() ? ", a first send" : "");
  }

  private void tellHeld(Store store, RunReport report, Console console) {
    if (!json && report.sums().rows().of(RowFate.UNKNOWN) > 0) {
      store.runs().find(report.run()).forEach(run -> new HeldEvents(store, run).print(console));
      console.out().flush();
    }
  }

  private void print(JsonNode books, Console console) {
    books.path("messages").forEach(words -> loud(words.asText(), console));
    if (json) {
      console.print(books.toString());
    } else {
      Reports.page(books, console);
      if (dryRun) {
        console.say("A dry run: nothing was sent, nothing is remembered.");
      }
    }
    console.out().flush();
  }

  private static void loud(String words, Console console) {
    if (LOUD.stream().anyMatch(words::startsWith)) {
      console.warn(words);
    }
  }

  private int write(List<ObjectNode> reports, Rejects lines) {
    try {
      if (report.isPresent()) {
        JsonNode content =
            reports.size() == 1 && names.size() == 1 ? reports.get(0) : list(reports);
        PrivateOutput.write(session.path(report.get()), Json.pretty(content) + "\n");
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

  private static ArrayNode list(List<ObjectNode> reports) {
    ArrayNode list = Json.list();
    list.addAll(reports);
    return list;
  }
}
