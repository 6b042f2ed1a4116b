package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.run.RunStart;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.store.Store;
import dev.footfall.store.StoreSecrets;
import dev.footfall.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is too old goes by itself; what is needed against sending twice does not. */
class RetentionTest {
  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        key: { api_key: "${env:KEY}" }
      destinations:
        people: { type: klaviyo, credential: key, settings: { base_url: "%s" } }
      orchestrations:
        daily:
          source: drops
          query: queries/people.sql
          destination: people
          dialect: native
          columns: canonical
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private Typed typed;

  @BeforeEach
  void project() {
    typed =
        Typed.in(folder)
            .shipped()
            .with(Map.of("KEY", "sandbox-klaviyo-key"))
            .write("data/people.csv", "email\njane@example.com\n")
            .write("queries/people.sql", "SELECT * FROM people");
  }

  private void remembering(String retention) {
    typed.write("footfall.yaml", retention + PROJECT.formatted(sandbox.baseUrl("klaviyo")));
  }

  @Test
  void a_ledger_that_would_forget_what_the_platform_still_takes_is_refused_in_one_line() {
    remembering("retention:\n  ledger: 300d\n");
    Typed.Answer refused = typed.run("daily");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains("footfall.yaml:2: 'ledger' of retention is 300d, but orchestration 'daily'")
        .contains("up to 365 days old; set it to 372d or more")
        .hasLineCount(1);
    assertThat(typed.type("validate").code()).isEqualTo(1);
    assertThat(typed.type("validate").err() + typed.type("validate").out()).contains("372d");
    remembering("retention: { ledger: 372d }\n");
    assertThat(typed.type("validate").code()).isZero();
  }

  /** A run that began so many days ago and is remembered. */
  private void ran(int daysAgo) throws IOException {
    try (Store store = Store.open(folder.resolve(".footfall"))) {
      Instant started = Typed.NOW.minus(Duration.ofDays(daysAgo));
      store.runs().start(new RunStart("old", "daily", "people", "1", started));
    }
  }

  @Test
  void a_run_removes_what_is_too_old_and_keeps_its_own_books() throws Exception {
    remembering("retention: { history: 30d }\n");
    ran(31);
    assertThat(typed.type("runs", "--json").json()).hasSize(1);
    Typed.Answer run = typed.run("daily");
    assertThat(run.out()).as(run.err()).contains("rows read");
    assertThat(typed.type("runs", "--json").json()).hasSize(1);
    assertThat(typed.type("runs", "--json").out()).doesNotContain("\"old\"");
  }

  @Test
  void a_run_that_the_platform_stops_removes_what_is_too_old_all_the_same() throws Exception {
    remembering("");
    ran(91);
    typed.with(Map.of("KEY", "revoked"));
    assertThat(typed.run("daily").code()).isEqualTo(4);
    assertThat(typed.type("runs", "--json").json()).hasSize(1);
    assertThat(typed.type("runs", "--json").out()).doesNotContain("\"old\"");
  }

  @Test
  void a_clock_that_has_leapt_ahead_removes_nothing_and_is_spoken_of() throws Exception {
    remembering("retention: { history: 30d }\n");
    ran(60);
    try (Store store =
        Store.open(
            folder.resolve(".footfall"),
            StoreSecrets.own(),
            StoreSettings.defaults(),
            Clock.fixed(Typed.NOW.minus(Duration.ofDays(60)), ZoneOffset.UTC))) {
      store.tidy();
    }
    Typed.Answer run = typed.run("daily");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("this machine's clock says 2026-11-21T12:00:00Z, long after all that is known")
        .contains("for 35 days, until 2026-12-26T12:00:00Z");
    assertThat(typed.type("runs", "--json").json()).hasSize(2);
  }

  @Test
  void a_dry_run_removes_nothing() throws Exception {
    remembering("");
    ran(91);
    typed.run("daily", "--dry-run");
    assertThat(typed.type("runs", "--json").json()).hasSize(2);
  }
}
