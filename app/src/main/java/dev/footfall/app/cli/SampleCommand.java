package dev.footfall.app.cli;

import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.sample.SampleBrand;
import dev.footfall.app.sample.SampleFormat;
import dev.footfall.app.sample.SampleOptions;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Progress;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the sample brand alone. */
@Command(
    name = "sample",
    description = "Make an invented brand's tables, at any size, ending today.",
    footer = {
      "footfall sample --out data/brand.duckdb",
      "footfall sample --customers 100000 --days 60 --seed 7 --out drops --format parquet"
    })
final class SampleCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--customers",
      paramLabel = "N",
      description = "How many customers (default: 1000); each orders once in 30 days.")
  private long customers = 1000;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "How many days the orders reach back (default: 90).")
  private int days = 90;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed gives the same brand (default: 1).")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "PATH",
      required = true,
      description = "The DuckDB file, or the folder for the other formats.")
  private Path out = Path.of(".");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "duckdb (default), parquet or csv.")
  private SampleFormat format = SampleFormat.DUCKDB;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "When the data ends (default: now), such as 2026-11-21T00:00:00Z.")
  private Optional<Instant> now = Optional.empty();

  SampleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Console console = session.console();
    Path target = session.path(out);
    Map<String, Long> rows;
    try (Progress progress = Progress.of(console, "Making a brand", "row")) {
      SampleOptions options =
          SampleOptions.of(customers, days, seed, target, now.orElseGet(session.clock()::instant))
              .as(format);
      rows = SampleBrand.generate(options, (stage, done, total) -> progress.update(done, total));
    } catch (IllegalArgumentException wrong) {
      throw UserFault.of(String.valueOf(wrong.getMessage()));
    } catch (FileAlreadyExistsException there) {
      throw UserFault.of(session.shown(target) + " is there already; remove it or name another");
    } catch (IOException unwritable) {
      throw UserFault.of(
          "cannot write "
              + session.shown(target)
              + "; check that the disk has room and the folder may be written to");
    }
    print(rows, target, console);
    return ExitCode.DONE.number();
  }

  private void print(Map<String, Long> rows, Path target, Console console) {
    Table table = Table.of("TABLE", "ROWS").right(1);
    rows.forEach((name, count) -> table.row(List.of(Cell.of(name), Cell.count(count))));
    table.print(console);
    long total = rows.values().stream().mapToLong(Long::longValue).sum();
    console.say("Made " + session.shown(target) + " with " + Figures.of(total, "row") + ".");
  }
}
