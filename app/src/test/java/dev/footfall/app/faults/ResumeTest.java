package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.app.cli.Typed;
import dev.footfall.app.proof.Operator;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.KeptEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the history says of a run that was killed, and how it is gone on with. */
class ResumeTest {
  private static final int ORDERS = 400;

  /** Of the till's table, what a rolling window of seven days still shows. */
  private static final String ROLLING =
      "SELECT * FROM orders WHERE \"timestamp\" >= CAST(:window_start AS timestamp)";

  @TempDir Path folder;
  private Sandbox sandbox;
  private Till till;

  @BeforeEach
  void a_till() throws Exception {
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults().recent(ORDERS + 1).by(InstantSource.fixed(Typed.NOW)));
    till = new Till(folder.resolve("till"), sandbox).write("").orders(ORDERS);
  }

  @AfterEach
  void end() throws Exception {
    sandbox.close();
  }

  private JsonNode listed(int at) throws Exception {
    return till.typed().type("runs", "--json").json().get(at);
  }

  /** A run that is killed when some of its requests were answered; what was seen of it alive. */
  private JsonNode killed() throws Exception {
    try (Operator victim =
        Operator.in(till.root(), folder.resolve("tmp"), Till.SECRETS, List.of())) {
      sandbox.inject("meta", Injection.next("slow").times(20).with("delay_ms", 500));
      victim.begin("run", "meta", "--json", "-q", "--now", Typed.NOW.toString());
      while (sandbox.counters("meta").kept() < 60) {
        assertThat(victim.isAlive()).isTrue();
        LockSupport.parkNanos(1_000_000);
      }
      JsonNode alive = listed(0);
      victim.kill();
      return alive;
    }
  }

  @Test
  void a_run_that_was_killed_is_seen_to_be_dead_and_resumed_with_its_window() throws Exception {
    JsonNode alive = killed();
    assertThat(alive.get("state").textValue()).isEqualTo("running");
    JsonNode dead = listed(0);
    String id = dead.get("run").textValue();
    assertThat(dead.get("state").textValue()).isEqualTo("abandoned");
    assertThat(till.typed().type("runs", "--limit", "1").out())
        .containsPattern(" – +– +– +abandoned");
    assertThat(till.typed().type("runs").out()).contains("abandoned");
    JsonNode books = till.typed().type("report", id, "--json").json();
    assertThat(books.get("outcome").textValue()).isEqualTo("abandoned");
    long accepted = books.at("/events/accepted").longValue();
    long unknown = books.at("/events/unknown").longValue();
    assertThat(accepted + unknown).isBetween(60L, (long) ORDERS);
    assertThat(accepted).isLessThanOrEqualTo(sandbox.counters("meta").kept());
    assertThat(till.typed().type("report", id).out())
        .contains("abandoned", "footfall run --resume meta");

    Typed.Answer resumed = till.typed().type("run", "--resume", "meta", "--json");
    assertThat(resumed.err()).contains("meta: goes on with run " + id + " (abandoned), as of ");
    JsonNode rest = resumed.json();
    assertThat(rest.get("now").textValue()).startsWith("2026-11-21T12:00:00");
    assertThat(rest.get("messages").toString()).contains("RESUMED: with what run " + id + " left");
    assertThat(
            rest.at("/rows/accepted").longValue() + rest.at("/rows/already_delivered").longValue())
        .isEqualTo(ORDERS);
    assertThat(sandbox.events("meta", ORDERS + 1).stream().map(KeptEvent::json))
        .hasSize(ORDERS)
        .doesNotHaveDuplicates();
    nothingIsLeft(rest.get("run").textValue());
  }

  /** Test events hold no scope of the ledger, whose lock would tell. */
  @Test
  void a_test_run_that_was_killed_is_seen_to_be_dead_at_once() throws Exception {
    String yaml = Files.readString(till.root().resolve("footfall.yaml"));
    till.typed()
        .write("footfall.yaml", yaml.replace("dataset_id:", "test_event_code: TEST1, dataset_id:"));
    try (Operator victim =
        Operator.in(till.root(), folder.resolve("tmp"), Till.SECRETS, List.of())) {
      sandbox.inject("meta", Injection.next("slow").times(10).with("delay_ms", 10_000));
      victim.begin("run", "meta", "--json", "-q", "--now", Typed.NOW.toString());
      while (till.typed().type("runs", "--json").json().isEmpty()) {
        assertThat(victim.isAlive()).isTrue();
        LockSupport.parkNanos(10_000_000);
      }
      assertThat(listed(0).get("state").textValue()).isEqualTo("running");
      Typed.Answer early = till.typed().type("run", "--resume", "meta");
      assertThat(early.code()).isEqualTo(1);
      assertThat(early.err()).contains("meta: its latest run", "is still running");
      victim.kill();
    }
    assertThat(listed(0).get("state").textValue()).isEqualTo("abandoned");
  }

  private void nothingIsLeft(String id) throws Exception {
    Typed.Answer none = till.typed().type("run", "--resume", "meta", "--json");
    assertThat(none.code()).isZero();
    assertThat(none.out()).isEmpty();
    assertThat(none.err().strip())
        .isEqualTo("meta: nothing to resume; its latest run " + id + ": succeeded");
  }

  @Test
  void a_run_that_was_stopped_is_resumed_with_the_window_of_its_own_day() throws Exception {
    till.typed().write("queries/orders.sql", ROLLING);
    Typed stranger = till.typed().with(Map.of("META_TOKEN", "sandbox-meta-token-revoked"));
    assertThat(stranger.run("meta").code()).isEqualTo(4);
    assertThat(till.typed().type("runs").out()).contains("stopped (CREDENTIALS_REJECTED)");

    JsonNode rest = till.typed().type("run", "--resume", "meta", "--json", "-q").json();
    assertThat(rest.at("/rows/accepted").longValue()).isEqualTo(ORDERS);
  }

  @Test
  void a_dry_run_and_one_that_was_turned_away_are_passed_over() throws Exception {
    assertThat(till.run("meta").code()).isZero();
    till.typed().run("meta", "--dry-run");
    Typed.Answer none = till.typed().type("run", "--resume", "meta");
    assertThat(none.err()).contains("nothing to resume");
    assertThat(till.typed().type("run", "--resume", "files").err())
        .contains("files: nothing to resume; it never ran");
  }

  @Test
  void an_unknown_name_and_a_time_of_its_own_are_refused() {
    assertThat(till.typed().type("run", "--resume", "nobody").code()).isEqualTo(1);
    assertThat(till.typed().type("run", "--resume", "meta", "--now", Typed.NOW.toString()).code())
        .isEqualTo(2);
  }
}
