package dev.footfall.app.cli;

import dev.footfall.app.coverage.CoverageCounter;
import dev.footfall.app.coverage.Measured;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.FirstRows;
import dev.footfall.app.orchestration.Preview;
import dev.footfall.app.orchestration.Sheet;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.RowFate;
import dev.footfall.core.source.Rows;
import dev.footfall.sources.files.RowFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what rows would become, and sends nothing. */
@Command(
    name = "preview",
    description = "Show the exact requests that rows would become; send nothing.",
    footer = {
      "footfall preview meta --rows rows.ndjson --set dataset_id=1234567890",
      "footfall preview tiktok --rows rows.csv --set columns=canonical --rejects rejects.ndjson",
      "footfall preview meta --rows rows.ndjson --set dataset_id=1234567890 --summary"
    })
final class PreviewCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "TYPE", description = "The platform.")
  private String type = "";

  @Option(
      names = "--rows",
      paramLabel = "FILE",
      required = true,
      description = "An .ndjson, .csv or .parquet file; its values are taken as written.")
  private Path rows = Path.of(".");

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--now", paramLabel = "INSTANT", description = "What the clock says, everywhere.")
  private Optional<Instant> now = Optional.empty();

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Write one line for each rejected row and dropped field: CSV for a spreadsheet when FILE"
              + " ends in .csv, else JSON.")
  private Optional<Path> rejects = Optional.empty();

  @Option(names = "--limit", paramLabel = "N", description = "Read only the first N rows.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--summary",
      description =
          "Show, instead of the requests, for what share of rows and events each identifier is"
              + " usable.")
  private boolean summary;

  @Option(names = "--json", description = "With --summary: print it as JSON.")
  private boolean json;

  PreviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw UserFault.usage("--limit must be 1 or more");
    }
    if (json && !summary) {
      throw UserFault.usage("--json belongs to --summary; requests are JSON anyway");
    }
    List<FateListener.Line> lines = new ArrayList<>();
    Console console = session.console();
    Preview preview;
    try (FirstRows read = FirstRows.of(RowFiles.open(session.path(rows)), limit)) {
      preview = summary ? summed(read, lines, console) : shown(read, lines, console);
    }
    console.out().flush();
    rejects.ifPresent(file -> write(lines, file));
    tell(preview, console);
    return ExitCode.DONE.number();
  }

  private Preview shown(Rows read, List<FateListener.Line> lines, Console console) {
    Preview preview = Preview.of(order(), read, lines::add);
    preview.requests().stream().map(Sheet::json).forEach(one -> console.print(one.toString()));
    return preview;
  }

  private Preview summed(FirstRows read, List<FateListener.Line> lines, Console console) {
    CoverageCounter counter = new CoverageCounter();
    Preview.Order order = order();
    Preview preview = Preview.of(order, read, lines::add, counter::over);
    Measured measured =
        new Measured(
            type, order.settings().mode(), preview.books(), counter.coverage(), !read.isCut());
    if (json) {
      Json.print(CoverageJson.of(measured), console);
    } else {
      new CoveragePage(console).print(rows.toString(), measured);
    }
    return preview;
  }

  private Preview.Order order() {
    Destination destination = session.destination(type);
    SettingOptions given = SettingOptions.of(destination.spec(), settings);
    List<String> missing = given.values().missing(given.values().mode());
    if (!missing.isEmpty()) {
      String name = missing.get(0);
      String help = destination.spec().setting(name).orElseThrow().help();
      throw UserFault.of("setting '" + name + "' is missing; give --set " + name + "=… : " + help);
    }
    return new Preview.Order(
        destination,
        given.values(),
        given.columns().orElse(Vocabulary.PLATFORM),
        now.orElseGet(session.clock()::instant),
        given.zone().orElse(ZoneOffset.UTC));
  }

  /** In the order of the rows, which fit memory. */
  private void write(List<FateListener.Line> lines, Path path) {
    try (RejectsFile file = RejectsFile.at(session.path(path))) {
      lines.stream().sorted(Comparator.comparingLong(FateListener.Line::row)).forEach(file::hear);
      file.finish();
    } catch (IOException unwritable) {
      throw UserFault.of("cannot write " + path + "; check the folder and its permissions");
    }
  }

  private static String noun(Preview preview) {
    return preview.requests().stream().anyMatch(Sheet.File.class::isInstance) ? "file" : "request";
  }

  private void tell(Preview preview, Console console) {
    preview.notes().forEach(console::warn);
    Books.Sums sums = preview.books();
    long read = sums.rows().read();
    long lost = sums.rows().of(RowFate.REJECTED);
    long doubled = sums.rows().of(RowFate.DUPLICATE);
    console.say(
        Figures.of(read, "row")
            + " read: "
            + Figures.count(read - lost - doubled)
            + " in "
            + Figures.of(preview.requests().size(), noun(preview))
            + ", "
            + Figures.count(lost)
            + " rejected"
            + (doubled == 0 ? "" : ", " + Figures.count(doubled) + " duplicate"));
    if (!summary) {
      codes(sums, console);
    }
  }

  private static void codes(Books.Sums sums, Console console) {
    Table codes = Table.of("", "").right(1);
    sums.rows()
        .rejected()
        .forEach((code, count) -> codes.row(List.of(Cell.of(code), Cell.count(count))));
    sums.warnings().forEach((code, count) -> codes.row(List.of(Cell.of(code), Cell.count(count))));
    codes.linesFor(console).forEach(console::say);
  }
}
