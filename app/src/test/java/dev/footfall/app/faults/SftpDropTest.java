package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.cli.Typed;
import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.faults.CutLine.Cut;
import dev.footfall.app.faults.CutLine.End;
import dev.footfall.app.faults.CutLine.Way;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Outside;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.app.transfer.SftpPatience;
import dev.footfall.core.delivery.JdkWire;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.run.RowFate;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.sftp.SftpAddress;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The connection to an SFTP server breaks, or falls silent, while a run brings a file there: in the
 * exchange of keys, at the login, at half of the file, around its renaming. Nobody ever sees half a
 * file, and each row is there once in the end.
 */
class SftpDropTest {
  private static final Faults SIZE = Faults.ofThisRun();
  private static final int CUTS = SIZE.full() ? 60 : 6;
  private static final int ORDERS = SIZE.full() ? 2_000 : 800;

  /** In these last bytes of a connection files get their names and the mark behind them. */
  private static final long ENDING = 2_500;

  private static final List<End> ENDS = List.of(End.values());
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final String FOLDER = "/criteo";
  private static final String WHOLE = "offline_sales_20261121.csv";

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        sftp: { username: %s, passphrase: "${env:SFTP_PASSWORD}" }
      destinations:
        files: { type: criteo, credential: sftp, settings: { file_delivery: sftp, host: 127.0.0.1, port: "%d", host_public_key: "%s", remote_folder: %s, success_file: true } }
      orchestrations:
        files: { source: drops, query: queries/orders.sql, columns: canonical, destination: files, timezone: UTC, dialect: native }
      """;

  @TempDir Path folder;
  private final Random random = new Random(SIZE.seed());
  private Sandbox sandbox;
  private CutLine line;
  private Project project;

  @BeforeEach
  void a_till_whose_files_go_over_a_line() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults().by(InstantSource.fixed(Typed.NOW)));
    SftpAddress server = sandbox.sftp();
    line = new CutLine(server.port());
    new Till(folder, sandbox).write("").orders(ORDERS);
    Files.writeString(
        folder.resolve(Project.FILE),
        PROJECT.formatted(server.user(), line.port(), server.hostKey(), FOLDER));
    project = ProjectFile.read(folder, Destinations.shipped()).orThrow();
  }

  @AfterEach
  void close() throws IOException {
    line.close();
    sandbox.close();
  }

  /** A clock that waiting moves on; by the end of a wait the server knows who has left it. */
  private final class Waiting implements Time {
    private final VirtualTime clock = new VirtualTime(Typed.NOW);

    @Override
    public Instant now() {
      return clock.now();
    }

    @Override
    public void pause(Duration duration) {
      line.settle();
      clock.pause(duration);
    }
  }

  private RunReport run(Path state, boolean isImpatient) throws Exception {
    Waiting time = new Waiting();
    Outside outside =
        new Outside(
            JdkWire::within,
            now -> time,
            usual ->
                isImpatient
                    ? new SftpPatience(usual, SHORT, SHORT, SHORT)
                    : SftpPatience.usual(usual));
    Surroundings surroundings =
        new Surroundings(folder, Map.of("SFTP_PASSWORD", sandbox.sftp().password()));
    try (Store store = Store.open(state)) {
      RunReport report =
          new Orchestrations(project, surroundings, store, outside)
              .run("files", RunRequest.plain().at(Typed.NOW));
      assertThat(report.sums().balance()).as(report.toString()).isTrue();
      return report;
    }
  }

  /** Where a connection breaks, in turn: its opening, the file, its ending, the answers. */
  private Cut draw(int number, long up, long down, long file) {
    long opening = up - file - ENDING;
    End end = ENDS.get(random.nextInt(ENDS.size()));
    return switch (number % 6) {
      case 0, 1 -> new Cut(Way.UP, 1 + random.nextLong(opening), end);
      case 2, 3 -> new Cut(Way.UP, opening + random.nextLong(file), end);
      case 4 -> new Cut(Way.UP, up - 1 - random.nextLong(ENDING), end);
      default -> new Cut(Way.DOWN, 1 + random.nextLong(down), end);
    };
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void a_connection_that_breaks_anywhere_leaves_no_half_file_and_each_row_is_there_once()
      throws Exception {
    assertThat(run(folder.resolve("calm"), false).ending().exitCode()).isZero();
    long up = line.carried(Way.UP);
    long down = line.carried(Way.DOWN);
    long file = sandbox.sftpContent(FOLDER, WHOLE).length;
    int ended = 0;
    long slowest = 0;
    for (int i = 0; i < CUTS; i++) {
      Cut cut = draw(i, up, down, file);
      boolean isForGood = random.nextBoolean();
      String where = cut + (isForGood ? " each time" : " once") + ", seed " + SIZE.seed();
      sandbox.reset();
      line.cut(cut, isForGood ? Integer.MAX_VALUE : 1);
      long start = System.nanoTime();
      RunReport broken = run(folder.resolve("state-" + i), cut.end() == End.SILENT);
      slowest = Math.max(slowest, System.nanoTime() - start);
      line.mend();
      line.settle();
      assertBroken(broken, isForGood || cut.end() == End.SILENT, where);
      ended += broken.ending() == RunReport.Ending.SUCCEEDED ? 1 : 0;
      assertEnded(broken, run(folder.resolve("state-" + i), false), where);
    }
    Faults.figure(
        ("SFTP connection broken or silent: %d cuts (seed %d) of a connection of %,d bytes, %d"
                + " connections broken; %d runs ended all the same, %d stopped with SFTP_UNAVAILABLE"
                + " and were ended by the next one; every row once, no half file, no .part left;"
                + " slowest %.1f s")
            .formatted(
                CUTS, SIZE.seed(), up + down, line.broken(), ended, CUTS - ended, slowest / 1e9));
    assertThat(line.broken()).isGreaterThanOrEqualTo(CUTS);
  }

  /** Nobody sees anything under the file's name but the whole file. */
  private void assertBroken(RunReport report, boolean mayStop, String where) throws IOException {
    if (report.ending() != RunReport.Ending.SUCCEEDED) {
      assertThat(mayStop).as(where + report).isTrue();
      assertThat(report.ending().exitCode()).as(where).isEqualTo(4);
      assertThat(report.stop().orElseThrow().code()).as(where).isEqualTo("SFTP_UNAVAILABLE");
    }
    List<String> there = sandbox.sftpFiles(FOLDER);
    assertThat(sandbox.counters("criteo").kept())
        .as(where + there)
        .isEqualTo(there.contains(WHOLE) ? ORDERS : 0);
  }

  private void assertEnded(RunReport before, RunReport next, String where) throws IOException {
    assertThat(next.ending().exitCode()).as(where + next).isZero();
    assertThat(fate(next, RowFate.ACCEPTED) + fate(next, RowFate.ALREADY_DELIVERED))
        .as(where + next)
        .isEqualTo(ORDERS);
    assertThat(fate(before, RowFate.ACCEPTED) + fate(next, RowFate.ACCEPTED))
        .as(where + before + next)
        .isIn(0L, (long) ORDERS);
    assertThat(sandbox.counters("criteo").kept()).as(where).isEqualTo(ORDERS);
    assertThat(sandbox.counters("criteo").duplicates()).as(where).isZero();
    assertThat(sandbox.refusals("criteo", 1)).as(where).isEmpty();
    assertThat(sandbox.sftpFiles(FOLDER)).as(where).containsExactly(WHOLE, WHOLE + ".DONE");
  }

  private static long fate(RunReport report, RowFate fate) {
    return report.sums().rows().of(fate);
  }
}
