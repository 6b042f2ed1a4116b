package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Forgetting with a store below the project's folder. */
class ForgetTest extends ForgetContract {
  @Override
  String store() {
    return "";
  }

  @Override
  boolean isKept(String text) throws Exception {
    return isInFiles(text);
  }

  @Test
  void whatever_lies_in_the_projects_folder_of_state_is_on_the_page_of_what_is_kept()
      throws Exception {
    typed.run("daily");
    typed.type("forget", "--external-id", "C1");
    Path state = folder.resolve(".footfall");
    try (var files = Files.walk(state)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String kind =
            state
                .relativize(file)
                .toString()
                .replaceFirst("^pace/.*", "pace/ACCOUNT")
                .replaceFirst("^locks/token-.*", "locks/token-….lock")
                .replaceFirst("^ledger/\\w+/", "")
                .replaceFirst("-\\d+$", "-N");
        assertThat(PrivacyPageTest.named()).as("%s", state.relativize(file)).contains(kind);
      }
    }
  }
}
