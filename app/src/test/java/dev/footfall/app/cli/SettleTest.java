package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events whose answer was lost, on a platform that drops no repetitions, wait for a person. */
class SettleTest {
  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        pins: { conversion_access_token: sandbox-pinterest-token }
      destinations:
        stores:
          type: pinterest
          credential: pins
          settings: { ad_account_id: 549755885175, base_url: "%s" }
      orchestrations:
        daily:
          source: drops
          query: queries/orders.sql
          destination: stores
          dialect: native
          columns: canonical
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private Typed typed;

  @BeforeEach
  void a_run_whose_answer_was_lost() throws Exception {
    typed =
        Typed.in(folder)
            .shipped()
            .with(Map.of("PIN_TOKEN", "sandbox-pinterest-token"))
            .write(
                "data/orders.csv",
                """
                email,timestamp,price,quantity,currency,product_id
                jane@example.com,2026-11-20 10:00:00,10.00,2,USD,p1
                joe@example.com,2026-11-20 11:00:00,5.00,1,USD,p2
                """)
            .write("queries/orders.sql", "SELECT * FROM orders")
            .write(
                "footfall.yaml",
                PROJECT
                    .formatted(sandbox.baseUrl("pinterest"))
                    .replace(": sandbox-pinterest-token", ": \"${env:PIN_TOKEN}\""));
    sandbox.inject("pinterest", Injection.next("drop_after_store"));
    Typed.Answer first = run();
    assertThat(first.code()).as(first.out() + first.err()).isEqualTo(3);
    assertThat(first.out()).contains("2 events of run " + id(), "footfall settle " + id());
  }

  private Typed.Answer run(String... more) {
    return typed.run("daily", more);
  }

  private String id() throws Exception {
    return typed.type("runs", "--json").json().at("/0/run").textValue();
  }

  @Test
  void they_are_held_back_until_they_are_settled_as_delivered() throws Exception {
    String first = id();
    Typed.Answer again = run();
    assertThat(again.code()).isEqualTo(3);
    assertThat(again.out()).contains("2 events of run " + first);
    assertThat(typed.type("report", first, "--json").json().at("/held/" + first).intValue())
        .isEqualTo(2);

    Typed.Answer settled = typed.type("settle", first, "--as", "delivered");
    assertThat(settled.code()).as(settled.err()).isZero();
    assertThat(settled.out()).contains("2 events of run " + first + ": delivered");
    assertThat(typed.type("report", first).out())
        .contains("settled by hand on 2026-11-21T12:00:00Z: 2 events delivered");
    JsonNode books = run("--json").json();
    assertThat(books.at("/rows/already_delivered").intValue()).isEqualTo(2);
    assertThat(books.at("/requests/sent").intValue()).isZero();
  }

  @Test
  void a_damaged_ledger_is_named_with_its_remedy_and_nothing_is_sent() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve(".footfall/ledger"))) {
      for (Path manifest : files.filter(file -> file.endsWith("manifest")).toList()) {
        Files.writeString(manifest, "footfall-ledger 1\nnothing\n");
      }
    }
    long kept = sandbox.counters("pinterest").kept();
    Typed.Answer again = run();

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err())
        .contains("LEDGER_DAMAGED: ", "manifest", "restore")
        .doesNotContain("fault of ours");
    assertThat(sandbox.counters("pinterest").kept()).isEqualTo(kept);
    assertThat(typed.type("runs", "--json").json().at("/0/outcome").textValue())
        .isEqualTo("stopped");
  }

  @Test
  void a_cut_secret_is_named_and_not_replaced() throws Exception {
    Path secret = folder.resolve(".footfall/secret");
    Files.write(secret, new byte[31]);
    Typed.Answer again = run();

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("STORE_SECRET_MISMATCH: ", "holds 31", "restore it");
    assertThat(secret).hasSize(31);
  }

  @Test
  void settled_as_resend_they_are_sent_by_the_next_run() throws Exception {
    String first = id();
    assertThat(typed.type("settle", first, "--as", "resend").out()).contains("released");
    JsonNode books = run("--json").json();
    assertThat(books.at("/rows/accepted").intValue()).isEqualTo(2);
    JsonNode old = typed.type("report", first, "--json").json();
    assertThat(old.at("/settled/0/as").textValue()).isEqualTo("resend");
    assertThat(typed.type("report", first).out())
        .contains("settled by hand on 2026-11-21T12:00:00Z: 2 events to be sent again");
    assertThat(old.at("/rows/unknown").intValue()).isEqualTo(2);
    assertThat(old.has("held")).isFalse();
  }

  @Test
  void settling_twice_changes_nothing() throws Exception {
    typed.type("settle", id(), "--as", "delivered");
    Typed.Answer second = typed.type("settle", id(), "--as", "resend");
    assertThat(second.code()).isZero();
    assertThat(second.out()).contains("nothing to settle");
    assertThat(run("--json").json().at("/rows/already_delivered").intValue()).isEqualTo(2);
  }

  @Test
  void nothing_is_settled_while_a_run_sends_to_the_same_target() throws Exception {
    String scope = "stores\n549755885175\napi";
    try (Store store = Store.open(folder.resolve(".footfall"));
        LedgerRun held = store.ledger().begin(scope, 99)) {
      assertThat(held).isNotNull();
      Typed.Answer refused = typed.type("settle", id(), "--as", "delivered");
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err()).startsWith("error: ");
    }
  }

  @Test
  void what_a_run_at_work_has_under_way_waits_for_nobody() throws Exception {
    String lost = id();
    String scope = "stores\n549755885175\napi";
    try (Store store = Store.open(folder.resolve(".footfall"))) {
      int other = store.runs().find(lost).get(0).number();
      try (LedgerRun atWork = store.ledger().begin(scope, other)) {
        assertThat(atWork).isNotNull();
        assertThat(run().err()).contains("another run");
        assertThat(typed.type("report").out()).contains("LEDGER_BUSY").doesNotContain("settle");
      }
    }
  }

  @Test
  void an_unknown_run_or_fate_is_refused() {
    assertThat(typed.type("settle", "1999", "--as", "delivered").code()).isEqualTo(1);
    Typed.Answer perhaps = typed.type("settle", "1999", "--as", "perhaps");
    assertThat(perhaps.code()).isEqualTo(2);
    assertThat(perhaps.err())
        .contains("error: option '--as' must be one of delivered, resend, not 'perhaps'");
    assertThat(typed.type("settle", "1999").code()).isEqualTo(2);
  }
}
