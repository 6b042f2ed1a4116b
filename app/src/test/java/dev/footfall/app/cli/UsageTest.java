package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.config.Destinations;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageTest {
  @TempDir Path folder;

  @Test
  void help_goes_to_standard_output_and_names_every_command() {
    Typed.Answer answer = Typed.in(folder).type("--help");
    assertThat(answer.code()).isZero();
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains("Begin", "Look up", "Check before sending", "Exit codes")
        .contains("init", "destinations", "describe", "explain", "validate", "query", "sandbox");
  }

  @Test
  void no_command_is_wrong_usage_and_shows_the_help() {
    Typed.Answer answer = Typed.in(folder).type();
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("footfall COMMAND");
  }

  @Test
  void the_help_shows_every_command_with_a_line_of_its_own() {
    Typed typed = Typed.in(folder).with(Map.of("COLUMNS", "120"));
    Typed.Answer answer = typed.type("--help");
    assertThat(answer.code()).isZero();
    for (String command : Help.commandNames()) {
      assertThat(answer.out()).containsPattern("\\n  " + command + " +[A-Z].*[.]\\n");
    }
  }

  @Test
  void no_command_is_missing_from_the_help() {
    Session session = new Session(Surrounding.ofProcess(), new GlobalOptions());
    Set<String> commands =
        Cli.commandLine(session).getSubcommands().values().stream()
            .map(CommandLine::getCommandName)
            .collect(Collectors.toSet());
    assertThat(Help.commandNames()).containsExactlyInAnyOrderElementsOf(commands);
  }

  @Test
  void every_help_page_keeps_within_the_terminal() {
    Typed typed = Typed.in(folder).with(Map.of("COLUMNS", "100"));
    for (String command : Help.commandNames()) {
      Typed.Answer answer = typed.type(command, "--help");
      assertThat(answer.code()).as(command).isZero();
      assertThat(answer.out()).as(command).contains("Usage\n  footfall " + command);
      assertThat(answer.out().lines()).as(command).allMatch(line -> line.length() <= 100);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 120})
  void every_description_keeps_within_the_terminal(int width) {
    Typed typed = Typed.in(folder).shipped().with(Map.of("COLUMNS", Integer.toString(width)));
    for (String type : Destinations.shipped().types()) {
      Typed.Answer answer = typed.type("describe", type);
      assertThat(answer.code()).as(type).isZero();
      assertThat(answer.out().lines())
          .as(type)
          .filteredOn(line -> !line.startsWith("    https://"))
          .allMatch(line -> line.length() <= width);
    }
  }

  @Test
  void version_names_the_java_it_runs_on() {
    Typed.Answer answer = Typed.in(folder).type("--version");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).startsWith("footfall ").contains("Java ");
  }

  @Test
  void a_mistyped_command_is_wrong_usage_with_a_suggestion() {
    Typed.Answer answer = Typed.in(folder).type("explin");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .startsWith("error: unknown command or argument 'explin'; did you mean 'explain'?");
  }

  @Test
  void a_mistyped_option_is_wrong_usage_with_a_suggestion() {
    Typed.Answer answer = Typed.in(folder).type("destinations", "--jsn");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("unknown option '--jsn'; did you mean '--json'?");
  }

  @Test
  void a_missing_argument_is_named() {
    Typed.Answer answer = Typed.in(folder).type("describe");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("'TYPE'").contains("footfall describe --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-q", "-v", "--no-color", "-C."})
  void global_options_may_stand_before_and_after_the_command(String option) {
    assertThat(Typed.in(folder).type(option, "destinations").code()).isZero();
    assertThat(Typed.in(folder).type("destinations", option).code()).isZero();
  }

  @Test
  void colours_show_only_on_a_terminal_and_only_if_wanted() {
    Map<String, String> terminal = Map.of("FOOTFALL_TERMINAL", "out err");
    assertThat(Typed.in(folder).type("destinations").out()).doesNotContain("\u001b");
    assertThat(Typed.in(folder).with(terminal).type("destinations").out()).contains("\u001b");
    assertThat(Typed.in(folder).with(terminal).type("destinations", "--no-color").out())
        .doesNotContain("\u001b");
    Map<String, String> refused = Map.of("FOOTFALL_TERMINAL", "out err", "NO_COLOR", "1");
    assertThat(Typed.in(folder).with(refused).type("destinations").out()).doesNotContain("\u001b");
  }

  @Test
  void quiet_leaves_results_alone_on_the_streams() {
    Typed.Answer answer = Typed.in(folder).type("destinations", "-q");
    assertThat(answer.out()).contains("parcel-post");
    assertThat(answer.err()).isEmpty();
  }
}
