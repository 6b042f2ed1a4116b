package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was rejected or refused is kept by reference, for as long as it may be delivered. */
class QuarantineTest {
  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private FaultyOrders orders;
  private Typed typed;

  @BeforeEach
  void project() {
    orders = new FaultyOrders(folder, sandbox);
    typed = orders.typed();
  }

  @Test
  void a_run_says_that_rows_are_kept_only_where_they_are() {
    assertThat(typed.run("daily").out())
        .contains("kept in quarantine: 'footfall quarantine daily'");
    orders.firstSend("off, test_event_code: TEST1");
    assertThat(typed.run("daily").out())
        .contains("BAD_CURRENCY", "TEST_MODE")
        .doesNotContain("kept in quarantine");
    assertThat(typed.run("other", "--dry-run").out())
        .contains("BAD_CURRENCY")
        .doesNotContain("kept in quarantine");
  }

  @Test
  void what_has_grown_too_old_leaves_by_itself() {
    orders.run("daily");
    String later = Typed.NOW.plus(Duration.ofDays(8)).toString();
    typed.type("run", "daily", "--now", later);
    assertThat(orders.kept()).isEmpty();
  }

  @Test
  void references_are_released_by_hand() {
    orders.run("daily");
    assertThat(typed.type("quarantine", "--release").code()).isEqualTo(2);
    Typed.Answer released = typed.type("quarantine", "daily", "--release");
    assertThat(released.out()).contains("2 references released");
    assertThat(typed.type("quarantine").err()).contains("Nothing is in quarantine.");
  }

  @Test
  void an_unknown_name_is_told_from_an_empty_quarantine() {
    orders.run("other");
    assertThat(typed.type("quarantine", "other", "--code", "NONE").code()).isZero();
    Typed.Answer unknown = typed.type("quarantine", "dayly");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no orchestration 'dayly'", "there are: ");
  }

  @Test
  void the_page_tells_what_to_do_and_the_list_names_references_only() {
    orders.run("daily");
    Typed.Answer page = typed.type("quarantine");
    assertThat(page.out())
        .contains("daily → stores 1234567890 (api)", "BAD_CURRENCY", "currency", "2026-11-27 11:00")
        .contains("Use a code such as USD");
    String list = typed.type("quarantine", "daily", "--list").out();
    assertThat(list.lines()).hasSize(3);
    assertThat(orders.kept("daily", "--list").get(0).get("reference").textValue()).hasSize(32);
  }

  @Test
  void the_quarantine_holds_no_value_of_any_row() throws IOException {
    orders.run("daily");
    Path database = folder.resolve(".footfall/footfall.db");
    String everything =
        typed.type("quarantine", "--list").out()
            + orders.kept("--list")
            + new String(Files.readAllBytes(database), StandardCharsets.ISO_8859_1);
    assertThat(everything).doesNotContain("QQQ", "example.com", "joe", "\"O2\"");
  }
}
