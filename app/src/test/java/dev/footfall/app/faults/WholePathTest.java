package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.demo.DemoProject;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Outside;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.core.delivery.JdkWire;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.RowFate;
import dev.footfall.core.run.StopSignal;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random rows go the whole way to each platform in each of its modes. Every row has one fate, the
 * books balance, the platform refuses nothing that we could have seen, a second run sends nothing
 * again, and no message holds a value.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WholePathTest {
  private static final Faults SIZE = Faults.ofThisRun();
  private static final int ROWS = SIZE.full() ? 1_000_000 : 400;
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String DUCKDB = "    type: duckdb\n    path: data/brand.duckdb\n";
  private static final String ORCHESTRATION =
      """
        %1$s:
          source: brand
          query: queries/random.sql
          columns: canonical
          destination: %1$s
          timezone: America/New_York
      """;

  /** What some modes need besides. */
  private static final Map<String, String> ALSO =
      Map.of(
          "loyalty_rate", "0.5",
          "transaction_upload_rate", "1.0",
          "conversion_action_name", "Store sales",
          "delta_mode", "new_rows_only");

  private final VirtualTime time = new VirtualTime(NOW);
  private Path folder;
  private Sandbox sandbox;
  private Project project;
  private Store store;

  @BeforeAll
  void random_rows_and_the_platforms(@TempDir Path temporary) throws IOException {
    folder = temporary;
    sandbox = Sandbox.start(SandboxOptions.defaults().by(time::now));
    new DemoProject(folder, Destinations.shipped()).write(sandbox);
    new RandomRows(SIZE.seed(), NOW).write(folder.resolve("rows/sales.ndjson"), ROWS);
    Files.writeString(folder.resolve("queries/random.sql"), "SELECT * FROM sales");
    Path file = folder.resolve(Project.FILE);
    String yaml = Files.readString(file).replace(DUCKDB, "    type: files\n    path: rows\n");
    String head = yaml.substring(0, yaml.indexOf("orchestrations:"));
    StringBuilder places = new StringBuilder();
    StringBuilder orchestrations = new StringBuilder("\norchestrations:\n");
    modes()
        .forEach(
            name -> {
              places.append(destination(head, name));
              orchestrations.append(ORCHESTRATION.formatted(name));
            });
    Files.writeString(file, head + places + orchestrations);
    project = ProjectFile.read(folder, Destinations.shipped()).orThrow();
    store = Store.open(folder.resolve(".footfall"));
  }

  @AfterAll
  void end() {
    store.close();
    sandbox.close();
  }

  /** Each mode of each platform, such as {@code tiktok-csv_file}. */
  static Stream<String> modes() {
    return Destinations.shipped().specs().stream()
        .flatMap(
            spec ->
                spec.modes().stream().map(mode -> spec.about().shortName() + "-" + mode.name()));
  }

  private static DestinationSpec spec(String platform) {
    return Destinations.shipped().specs().stream()
        .filter(spec -> platform.equals(spec.about().shortName()))
        .findFirst()
        .orElseThrow();
  }

  /** The platform's own destination once more, in another mode. */
  private static String destination(String yaml, String name) {
    String platform = name.substring(0, name.indexOf('-'));
    Matcher own = Pattern.compile("(?m)^  " + platform + ":\n((?:    .*\n)+)").matcher(yaml);
    String of = "";
    int from = yaml.indexOf("\ndestinations:");
    if (own.find(from)) {
      of = own.group(1).replaceAll("(?m)^      mode: .*\n", "");
    }
    String mode = name.substring(platform.length() + 1);
    DestinationSpec spec = spec(platform);
    String more = spec.setting("mode").isPresent() ? "      mode: \"" + mode + "\"\n" : "";
    boolean writesFiles = spec.mode(mode).orElseThrow().transport() == Mode.Transport.FILE;
    if (writesFiles && spec.modes().size() > 1) {
      more += "      folder: \"outbox/" + name + "\"\n";
    }
    StringBuilder block = new StringBuilder("  " + name + ":\n" + of + more);
    ALSO.forEach(
        (setting, value) -> {
          if (spec.setting(setting).isPresent()) {
            block.append("      %s: \"%s\"%n".formatted(setting, value));
          }
        });
    return block.toString();
  }

  /** What a run said of its rows. */
  private static final class Said implements FateListener {
    private final Map<RowFate, Integer> heard = new EnumMap<>(RowFate.class);
    private final BitSet rows = new BitSet();
    private Optional<Line> fault = Optional.empty();

    @Override
    public synchronized void hear(Line line) {
      boolean tells = isTelling(line.message() + line.column() + line.orderId());
      if (!line.fate().equals("sent")) {
        boolean isSecond = rows.get(Math.toIntExact(line.row()));
        rows.set(Math.toIntExact(line.row()));
        heard.merge(RowFate.valueOf(line.fate().toUpperCase(Locale.ROOT)), 1, Integer::sum);
        tells |= isSecond;
      }
      fault = tells && fault.isEmpty() ? Optional.of(line) : fault;
    }
  }

  private static boolean isTelling(String words) {
    String plain = words.toLowerCase(Locale.ROOT);
    return plain.contains(RandomRows.MARK) || plain.contains(RandomRows.PHONE_MARK);
  }

  @ParameterizedTest
  @MethodSource("modes")
  void random_rows_keep_what_the_house_promises(String name) throws Exception {
    sandbox.reset();
    Said said = new Said();
    long start = System.nanoTime();
    RunReport first = run(name, said);
    long nanos = System.nanoTime() - start;
    Books.RowSums rows = first.sums().rows();
    String platform = name.substring(0, name.indexOf('-'));
    String books = name + " " + rows + first.warnings() + sandbox.refusals(platform, 2);
    assertThat(first.stop()).as(books).isEmpty();
    assertThat(rows.read()).as(books).isEqualTo(ROWS);
    assertThat(rows.of(RowFate.ACCEPTED)).as(books).isPositive();
    assertThat(rows.of(RowFate.REFUSED) + rows.of(RowFate.UNKNOWN) + rows.of(RowFate.NOT_SENT))
        .as(books)
        .isZero();
    assertThat(said.fault).as(name).isEmpty();
    assertThat((long) said.heard.getOrDefault(RowFate.REJECTED, 0))
        .as(books)
        .isEqualTo(rows.of(RowFate.REJECTED));
    assertThat(first.toString()).matches(words -> !isTelling(words), "holds no value");
    assertNothingIsSentAgain(name, first);
    Faults.figure(
        "%s, seed %d: %,d random rows in %.1f s: %d accepted, %d rejected, %d duplicate"
            .formatted(
                name,
                SIZE.seed(),
                ROWS,
                nanos / 1e9,
                rows.of(RowFate.ACCEPTED),
                rows.of(RowFate.REJECTED),
                rows.of(RowFate.DUPLICATE)));
  }

  private void assertNothingIsSentAgain(String name, RunReport first) throws Exception {
    String platform = name.substring(0, name.indexOf('-'));
    long before = kept(platform);
    Books.RowSums again = run(name, FateListener.NONE).sums().rows();
    assertThat(again.of(RowFate.ACCEPTED)).as(name + again).isZero();
    assertThat(again.rejected()).as(name).isEqualTo(first.sums().rows().rejected());
    assertThat(again.of(RowFate.ALREADY_DELIVERED) + again.of(RowFate.DUPLICATE))
        .as(name + again)
        .isEqualTo(
            first.sums().rows().of(RowFate.ACCEPTED) + first.sums().rows().of(RowFate.DUPLICATE));
    assertThat(kept(platform)).as(name).isEqualTo(before);
  }

  private long kept(String platform) {
    return sandbox.counters(platform).received();
  }

  private RunReport run(String name, FateListener fates) throws Exception {
    time.set(NOW); // what is in the future for one run is so for the other
    Outside outside = new Outside(JdkWire::within, now -> time);
    RunReport report =
        new Orchestrations(project, new Surroundings(folder, Map.of()), store, outside)
            .run(
                name, new RunRequest(Optional.of(NOW), false, fates, new StopSignal(), rows -> {}));
    assertThat(report.sums().balance()).as(report.toString()).isTrue();
    return report;
  }
}
