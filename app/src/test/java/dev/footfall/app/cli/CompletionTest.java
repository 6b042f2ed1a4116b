package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void the_script_knows_commands_and_is_free_of_syntax_errors(String shell) throws Exception {
    Typed.Answer answer = Typed.in(folder).type("completion", shell);
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("describe", "validate", "--json".substring(2));
    if (!installed(shell)) {
      System.err.println(
          "SKIPPED: " + shell + " is not installed, its script is not syntax-checked");
      return;
    }
    Path script = Files.writeString(folder.resolve("script." + shell), answer.out());
    Process check = new ProcessBuilder(List.of(shell, "-n", script.toString())).inheritIO().start();
    assertThat(check.waitFor()).isZero();
  }

  @Test
  void an_unknown_shell_is_wrong_usage() {
    assertThat(Typed.in(folder).type("completion", "tcsh").code()).isEqualTo(2);
  }

  private static boolean installed(String shell) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(":")).anyMatch(d -> Files.isExecutable(Path.of(d, shell)));
  }
}
