package dev.footfall.sandbox;

import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The READMEs name every fault that may be asked for. */
class ReadmeTest {
  private static final Path MODULE = Path.of(System.getProperty("footfall.root", ".."), "sandbox");

  @Test
  void every_kind_and_every_prefix_is_documented() throws IOException {
    String whole = Files.readString(MODULE.resolve("README.md"));
    try (Running running = Running.with(SandboxOptions.defaults())) {
      for (String platform : running.sandbox().platforms()) {
        Path own = MODULE.resolve("src/main/java/dev/footfall/sandbox/" + platform + "/README.md");
        String both = whole + Files.readString(own);
        assertThat(whole).contains("`/" + platform + "`");
        assertThat(json(running.get("/_control/" + platform + "/kinds")).findValuesAsText("name"))
            .allSatisfy(kind -> assertThat(both).contains("`" + kind + "`"));
      }
    }
  }
}
