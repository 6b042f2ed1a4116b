package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.UnresolvedReference;
import dev.footfall.app.fault.DiskFault;
import dev.footfall.app.fault.NoMemory;
import dev.footfall.core.destination.CanonicalColumns;
import dev.footfall.core.destination.Code;
import dev.footfall.core.ledger.LeaseLost;
import dev.footfall.store.sql.StoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says, the program does. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("footfall.root", ".."));

  /** Quoted words in capitals that are no codes. */
  private static final Set<String> OTHER_CAPITALS =
      Set.of("JAVA_HOME", "PATH", "META_ACCESS_TOKEN", "RUN", "NAME", "TYPE", "USD", "DOUBLE");

  @Test
  void every_configuration_example_is_a_valid_project(@TempDir Path folder) throws IOException {
    List<String> examples = blocks("yaml");
    Files.createDirectories(folder.resolve("queries"));
    Files.writeString(folder.resolve("queries/sales.sql"), blocks("sql").get(0));
    String sources = examples.get(0);

    assertThat(examples).hasSizeGreaterThan(5);
    for (String example : examples.subList(1, examples.size())) {
      Files.writeString(folder.resolve("footfall.yaml"), sources + example);
      assertThat(ProjectFile.read(folder, Destinations.shipped()).faults()).as(example).isEmpty();
    }
  }

  @Test
  void every_command_is_one() throws IOException {
    Session session = new Session(Surrounding.ofProcess(), new GlobalOptions());
    Set<String> known = Cli.commandLine(session).getSubcommands().keySet();

    Set<String> named =
        found("(?m)(?:^    (?:\\./)?|&& |`(?:\\./)?|/bin/)footfall ([a-z]+)").stream()
            .filter(word -> !word.equals("test"))
            .collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(8);
    assertThat(known).containsAll(named);
  }

  @Test
  void the_canonical_table_lists_every_canonical_column() throws IOException {
    String table = readme().split("\\| canonical column \\|")[1].split("\n\n")[0];
    Set<String> listed =
        table
            .lines()
            .skip(2)
            .map(line -> line.split("\\|")[1])
            .flatMap(cell -> Pattern.compile("`([a-z0-9_]+)`").matcher(cell).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertThat(listed).isEqualTo(CanonicalColumns.NAMES);
  }

  @Test
  void every_code_is_one() throws IOException {
    Set<String> codes = Arrays.stream(Code.values()).map(Code::name).collect(Collectors.toSet());

    codes.add(LeaseLost.CODE);
    Arrays.stream(DiskFault.values()).map(DiskFault::name).forEach(codes::add);
    codes.add(NoMemory.CODE);
    codes.add(UnresolvedReference.CODE);
    Arrays.stream(StoreFault.Kind.values()).map(StoreFault.Kind::name).forEach(codes::add);

    Set<String> named = found("`([A-Z][A-Z_]+)`");
    named.removeAll(OTHER_CAPITALS);

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(codes).containsAll(named);
  }

  @Test
  void every_link_to_a_file_leads_somewhere() throws IOException {
    for (String page :
        List.of("README.md", "SECURITY.md", "ARCHITECTURE.md", "RATIONALE.md", "CONTRIBUTING.md")) {
      Pattern.compile("]\\(([^)#:]+)\\)")
          .matcher(Files.readString(ROOT.resolve(page)))
          .results()
          .map(match -> match.group(1))
          .forEach(link -> assertThat(ROOT.resolve(link)).as(page).exists());
    }
  }

  private static Set<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(readme())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
        .matcher(readme())
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }
}
