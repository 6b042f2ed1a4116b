package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was rejected or refused is, once mended, sent: that and no more. */
class ReplayTest {
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
  void rejected_rows_are_mended_in_the_source_and_replayed_and_nothing_else() {
    assertThat(orders.run("daily").at("/rows/rejected/BAD_CURRENCY").intValue()).isEqualTo(3);
    JsonNode sum = orders.kept("daily").get(0);
    assertThat(sum.get("code").textValue()).isEqualTo("BAD_CURRENCY");
    assertThat(sum.get("orders").intValue()).isEqualTo(2);
    assertThat(sum.get("rows").intValue()).isEqualTo(3);
    assertThat(sum.get("until").textValue()).isEqualTo("2026-11-27T11:00:00Z");
    orders.source(FaultyOrders.GOOD + FaultyOrders.LATER);
    JsonNode books = orders.replay("daily", "--now", Typed.NOW.toString());
    assertThat(books.at("/rows/read").intValue()).isEqualTo(3);
    assertThat(books.at("/rows/accepted").intValue()).isEqualTo(3);
    assertThat(books.at("/events/accepted").intValue()).isEqualTo(2);
    assertThat(books.at("/replay/wanted").intValue()).isEqualTo(2);
    assertThat(books.at("/replay/not_found").intValue()).isZero();
    assertThat(orders.kept()).isEmpty();
    JsonNode after = orders.run("daily");
    assertThat(after.at("/rows/already_delivered").intValue()).isEqualTo(5);
    assertThat(after.at("/rows/accepted").intValue()).isEqualTo(1);
    assertThat(orders.accepted()).isEqualTo(5);
  }

  @Test
  void a_plain_run_after_the_fix_delivers_them_too_and_empties_the_quarantine() {
    orders.run("daily");
    orders.source(FaultyOrders.GOOD);
    JsonNode books = orders.run("daily");
    assertThat(books.at("/rows/accepted").intValue()).isEqualTo(3);
    assertThat(books.at("/messages").toString()).contains("2 references left the quarantine");
    assertThat(orders.kept()).isEmpty();
  }

  @Test
  void what_the_platform_refused_is_replayed_once_it_takes_it() {
    orders.source(FaultyOrders.GOOD);
    sandbox.inject("meta", Injection.next("poison").with("event_id", "e3"));
    Typed.Answer refused = typed.run("daily");
    assertThat(refused.code()).as(refused.err() + refused.out()).isEqualTo(3);
    assertThat(refused.out()).contains("'footfall replay daily' sends exactly these");
    assertThat(refused.out()).containsPattern("· refused as [0-9/]+: \\w+");
    JsonNode sum = orders.kept("daily").get(0);
    assertThat(sum.get("fate").textValue()).isEqualTo("refused");
    assertThat(orders.kept("--code", sum.get("platform_code").textValue())).hasSize(1);
    sandbox.reset();
    assertThat(orders.replay("daily").at("/rows/accepted").intValue()).isEqualTo(1);
    assertThat(orders.accepted()).isEqualTo(1);
    assertThat(orders.kept()).isEmpty();
  }

  @Test
  void what_is_rejected_again_stays_with_the_new_code() {
    orders.run("daily");
    orders.source(FaultyOrders.GOOD.replace("5.00,1,USD", "x,1,USD"));
    JsonNode books = orders.replay("daily", "--now", Typed.NOW.toString());
    assertThat(books.at("/rows/rejected/BAD_PRICE").intValue()).isEqualTo(1);
    assertThat(orders.kept("daily")).hasSize(1);
    assertThat(orders.kept("daily").get(0).get("code").textValue()).isEqualTo("BAD_PRICE");
  }

  @Test
  void orders_that_the_query_returns_no_more_are_counted_and_stay() {
    orders.run("daily");
    orders.source(FaultyOrders.GOOD.substring(0, FaultyOrders.GOOD.indexOf("O4")));
    Typed.Answer answer = typed.type("replay", "daily", "--now", Typed.NOW.toString());
    assertThat(answer.code()).isZero();
    assertThat(answer.err())
        .contains("QUARANTINE_NOT_FOUND: 1 of 2 orders in quarantine is not among the rows");
    assertThat(orders.kept("daily").get(0).get("orders").intValue()).isEqualTo(1);
  }

  @Test
  void each_destination_has_a_quarantine_of_its_own() {
    orders.run("daily");
    orders.run("other");
    assertThat(orders.kept()).hasSize(2);
    orders.source(FaultyOrders.GOOD);
    orders.replay("daily", "--now", Typed.NOW.toString());
    assertThat(orders.kept()).hasSize(1);
    assertThat(orders.kept().get(0).get("orchestration").textValue()).isEqualTo("other");
    assertThat(
            orders.replay("other", "--now", Typed.NOW.toString()).at("/rows/accepted").intValue())
        .isEqualTo(3);
    assertThat(orders.kept()).isEmpty();
  }

  @Test
  void a_replay_may_be_of_one_code_or_of_what_one_run_has_seen() {
    JsonNode first = orders.run("daily");
    orders.source(FaultyOrders.bad() + "O6,e6,sue@example.com,2026-11-21 09:00:00,x,1,USD,p4\n");
    JsonNode second = orders.run("daily");
    assertThat(orders.kept("--run", first.get("run").textValue())).hasSize(1);
    assertThat(orders.kept("--run", second.get("run").textValue())).hasSize(2);
    orders.source(FaultyOrders.GOOD + "O6,e6,sue@example.com,2026-11-21 09:00:00,1.50,1,USD,p4\n");
    assertThat(orders.replay("daily", "--code", "BAD_PRICE").at("/rows/accepted").intValue())
        .isEqualTo(1);
    assertThat(orders.kept().get(0).get("code").textValue()).isEqualTo("BAD_CURRENCY");
  }

  @Test
  void a_dry_replay_says_what_would_go_and_changes_nothing() {
    orders.run("daily");
    orders.source(FaultyOrders.GOOD);
    String now = Typed.NOW.toString();
    JsonNode books = typed.type("replay", "daily", "--dry-run", "--json", "--now", now).json();
    assertThat(books.at("/rows/read").intValue()).isEqualTo(3);
    assertThat(orders.kept("daily").get(0).get("orders").intValue()).isEqualTo(2);
    assertThat(orders.accepted()).isEqualTo(2);
  }

  @Test
  void a_replay_looks_as_far_back_as_it_must_and_leaves_the_first_send_as_it_was() {
    orders.firstSend("auto");
    String old = "O7,e7,sue@example.com,2026-10-25 09:00:00,1.50,1,QQQ,p4\n";
    orders.source(FaultyOrders.HEADER + old);
    orders.run("daily");
    orders.source(FaultyOrders.HEADER + old.replace("QQQ", "USD"));
    assertThat(
            orders.replay("daily", "--now", Typed.NOW.toString()).at("/rows/accepted").intValue())
        .isEqualTo(1);
    orders.source(FaultyOrders.HEADER + old.replace("QQQ", "USD").replace("O7,e7", "O8,e8"));
    assertThat(orders.run("daily").at("/rows/accepted").intValue()).isEqualTo(1);
    orders.source(FaultyOrders.HEADER + old.replace("QQQ", "USD").replace("O7,e7", "O9,e9"));
    assertThat(orders.run("daily").at("/rows/rejected/EVENT_TOO_OLD").intValue()).isEqualTo(1);
    assertThat(orders.kept()).isEmpty();
  }

  @Test
  void nothing_to_replay_is_no_failure_and_an_unknown_name_is() {
    Typed.Answer nothing = typed.type("replay", "daily");
    assertThat(nothing.code()).isZero();
    assertThat(nothing.err()).contains("Nothing of 'daily' is in quarantine");
    assertThat(sandbox.counters("meta").requests()).isZero();
    orders.run("daily");
    assertThat(typed.type("replay", "daily", "--code", "NONE").err())
        .contains("Nothing of 'daily' is in quarantine with this code");
    Typed.Answer unknown = typed.type("replay", "dayly");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no orchestration 'dayly'");
  }

  @Test
  void a_row_without_an_order_id_is_found_again_while_it_reads_the_same() {
    typed.write("queries/orders.sql", "SELECT * EXCLUDE (order_id, event_id) FROM orders");
    orders.source(
        FaultyOrders.GOOD.substring(0, FaultyOrders.GOOD.indexOf("O2")).replace("USD", "QQQ"));
    assertThat(orders.run("daily").at("/rows/rejected/BAD_CURRENCY").intValue()).isEqualTo(1);
    assertThat(orders.kept("daily").get(0).get("orders").intValue()).isEqualTo(1);
    JsonNode books = orders.replay("daily", "--now", Typed.NOW.toString());
    assertThat(books.at("/rows/read").intValue()).isEqualTo(1);
    assertThat(books.at("/replay/not_found").intValue()).isZero();
    orders.source(FaultyOrders.GOOD.substring(0, FaultyOrders.GOOD.indexOf("O2")));
    assertThat(
            orders
                .replay("daily", "--now", Typed.NOW.toString())
                .at("/replay/not_found")
                .intValue())
        .isEqualTo(1);
  }

  @Test
  void a_refused_person_without_any_order_is_replayed_alone() {
    String braze =
        """
        sources: { drops: { type: files, path: data } }
        credentials: { braze: { rest_api_key: "${env:BRAZE_KEY}" } }
        destinations:
          people: { type: braze, credential: braze, settings: { base_url: "%s", mode: attributes } }
        orchestrations:
          people: { source: drops, query: queries/people.sql, destination: people, dialect: native }
        """;
    typed
        .with(Map.of("BRAZE_KEY", "sandbox-braze-key"))
        .write("footfall.yaml", braze.formatted(sandbox.baseUrl("braze")))
        .write("queries/people.sql", "SELECT * FROM people")
        .write("data/people.csv", "external_id,store_visits\nC-1,4\nC-2,5\nC-3,6\n");
    sandbox.inject("braze", Injection.next("poison").with("event_id", "C-2"));
    Typed.Answer refused = typed.run("people", "--json");
    assertThat(refused.code()).as(refused.err() + refused.out()).isEqualTo(3);
    assertThat(orders.kept("people").get(0).get("fate").textValue()).isEqualTo("refused");
    sandbox.reset();
    JsonNode books = orders.replay("people", "--now", Typed.NOW.toString());
    assertThat(books.at("/rows/read").intValue()).isEqualTo(1);
    assertThat(books.at("/rows/accepted").intValue()).isEqualTo(1);
    assertThat(orders.kept()).isEmpty();
  }
}
