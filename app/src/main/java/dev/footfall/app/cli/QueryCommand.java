package dev.footfall.app.cli;

import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.SourceLocations;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.core.source.Rows;
import dev.footfall.sources.Dialect;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.Sources;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a query and shows its rows. */
@Command(
    name = "query",
    description = "Run a query and show its rows, personal data masked.",
    footer = {"footfall query sales", "footfall query sales --source brand --limit 5 --json"})
final class QueryCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "A name under queries/, or the path of a file.")
  private String name = "";

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "Where to run it, when the project has several.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most rows to show (default: 100); 0 for all.")
  private long limit = 100;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "What the current time means in the query.")
  private Optional<Instant> now = Optional.empty();

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      description =
          "presto, presto_strict, or native, the source's own (default: the orchestration's, else presto).")
  private Optional<Dialect> dialect = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object a row.")
  private boolean json;

  @Option(names = "--reveal", description = "Show personal data.")
  private boolean reveal;

  QueryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (limit < 0) {
      throw UserFault.usage("--limit must be 0 or more");
    }
    Project project = session.project();
    ProjectQuery query = ProjectQuery.named(name, session, project);
    Console console = session.console();
    try (SourceSession opened =
            Sources.open(SourceLocations.of(query.source(source), session.surroundings()));
        Rows rows = opened.rows(sourceQuery(query))) {
      RowPrinter printer =
          new RowPrinter(rows.header(), new PersonalColumns(session.destinations()), reveal);
      long count = json ? printer.json(rows, console) : printer.table(rows, console);
      console.say(Figures.of(count, "row") + (count == limit ? ", perhaps more (--limit)" : ""));
      printer.masked().ifPresent(console::say);
    }
    return ExitCode.DONE.number();
  }

  private SourceQuery sourceQuery(ProjectQuery query) {
    Optional<OrchestrationConfig> user = query.user();
    return SourceQuery.presto(query.sql(), now.orElseGet(session.clock()::instant))
        .dialect(dialect.or(() -> user.map(SourceLocations::dialect)).orElse(Dialect.PRESTO))
        .limit(limit == 0 ? SourceQuery.ALL_ROWS : limit);
  }
}
