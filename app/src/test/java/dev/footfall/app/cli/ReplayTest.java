package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was rejected or refused is kept by reference and, once mended, sent: that and no more. */
class ReplayTest {
  private static final String HEADER =
      "order_id,event_id,email,timestamp,price,quantity,currency,product_id\n";
  private static final String GOOD =
      HEADER
          + "O1,e1,jane@example.com,2026-11-20 10:00:00,10.00,2,USD,p1\n"
          + "O2,e2,joe@example.com,2026-11-20 11:00:00,5.00,1,USD,p2\n"
          + "O2,e2,joe@example.com,2026-11-20 11:00:00,7.50,1,USD,p3\n"
          + "O3,e3,ann@example.com,2026-11-20 12:00:00,7.50,1,EUR,p3\n"
          + "O4,e4,eve@example.com,2026-11-20 13:00:00,3.50,1,EUR,p4\n";
  private static final String LATER = "O5,e5,sue@example.com,2026-11-21 09:00:00,3.50,1,USD,p4\n";

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        meta: { access_token: "${env:META_TOKEN}" }
      destinations:
        stores:
          type: meta
          credential: meta
          settings: { dataset_id: 1234567890, base_url: "%1$s", initial_load: %2$s }
        partners:
          type: meta
          credential: meta
          settings: { dataset_id: 1234567890, base_url: "%1$s", initial_load: off }
      orchestrations:
        daily: { source: drops, query: queries/orders.sql, destination: stores, dialect: native, max_rejected: 100%% }
        other: { source: drops, query: queries/orders.sql, destination: partners, dialect: native, max_rejected: 100%% }
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private Typed typed;

  @BeforeEach
  void project() {
    typed =
        Typed.in(folder)
            .shipped()
            .with(Map.of("META_TOKEN", "sandbox-meta-token"))
            .write("queries/orders.sql", "SELECT * FROM orders");
    firstSend("off");
    source(bad());
  }

  private void firstSend(String wish) {
    typed.write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("meta"), wish));
  }

  private void source(String csv) {
    typed.write("data/orders.csv", csv);
  }

  /** Two orders of three rows in a currency that there is not. */
  private static String bad() {
    return GOOD.replace("1,USD,p2", "1,QQQ,p2")
        .replace("1,USD,p3", "1,QQQ,p3")
        .replace("EUR,p4", "QQQ,p4");
  }

  private JsonNode run(String name, String... more) {
    return books(typed.run(name, with("--json", more)));
  }

  private JsonNode replay(String name, String... more) {
    return books(typed.type(with("replay", with(name, with("--json", more)))));
  }

  private static String[] with(String first, String... more) {
    String[] all = new String[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }

  private static JsonNode books(Typed.Answer answer) {
    assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
    return answer.json();
  }

  private JsonNode kept(String... more) {
    return typed.type(with("quarantine", with("--json", more))).json();
  }

  private long accepted() {
    return sandbox.counters("meta").kept();
  }

  @Test
  void rejected_rows_are_mended_in_the_source_and_replayed_and_nothing_else() {
    assertThat(run("daily").at("/rows/rejected/BAD_CURRENCY").intValue()).isEqualTo(3);
    JsonNode sum = kept("daily").get(0);
    assertThat(sum.get("code").textValue()).isEqualTo("BAD_CURRENCY");
    assertThat(sum.get("orders").intValue()).isEqualTo(2);
    assertThat(sum.get("rows").intValue()).isEqualTo(3);
    assertThat(sum.get("until").textValue()).isEqualTo("2026-11-27T11:00:00Z");
    source(GOOD + LATER);
    JsonNode books = replay("daily", "--now", Typed.NOW.toString());
    assertThat(books.at("/rows/read").intValue()).isEqualTo(3);
    assertThat(books.at("/rows/accepted").intValue()).isEqualTo(3);
    assertThat(books.at("/events/accepted").intValue()).isEqualTo(2);
    assertThat(books.at("/replay/wanted").intValue()).isEqualTo(2);
    assertThat(books.at("/replay/not_found").intValue()).isZero();
    assertThat(kept()).isEmpty();
    JsonNode after = run("daily");
    assertThat(after.at("/rows/already_delivered").intValue()).isEqualTo(5);
    assertThat(after.at("/rows/accepted").intValue()).isEqualTo(1);
    assertThat(accepted()).isEqualTo(5);
  }

  @Test
  void a_plain_run_after_the_fix_delivers_them_too_and_empties_the_quarantine() {
    run("daily");
    source(GOOD);
    JsonNode books = run("daily");
    assertThat(books.at("/rows/accepted").intValue()).isEqualTo(3);
    assertThat(books.at("/messages").toString()).contains("2 references left the quarantine");
    assertThat(kept()).isEmpty();
  }

  @Test
  void what_the_platform_refused_is_replayed_once_it_takes_it() {
    source(GOOD);
    sandbox.inject("meta", Injection.next("poison").with("event_id", "e3"));
    Typed.Answer refused = typed.run("daily");
    assertThat(refused.code()).as(refused.err() + refused.out()).isEqualTo(3);
    assertThat(refused.out()).contains("'footfall replay daily' sends exactly these");
    assertThat(refused.out()).containsPattern("· refused as [0-9/]+: \\w+");
    JsonNode sum = kept("daily").get(0);
    assertThat(sum.get("fate").textValue()).isEqualTo("refused");
    assertThat(kept("--code", sum.get("platform_code").textValue())).hasSize(1);
    sandbox.reset();
    assertThat(replay("daily").at("/rows/accepted").intValue()).isEqualTo(1);
    assertThat(accepted()).isEqualTo(1);
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_run_says_that_rows_are_kept_only_where_they_are() {
    assertThat(typed.run("daily").out())
        .contains("kept in quarantine: 'footfall quarantine daily'");
    firstSend("off, test_event_code: TEST1");
    assertThat(typed.run("daily").out())
        .contains("BAD_CURRENCY", "TEST_MODE")
        .doesNotContain("kept in quarantine");
    assertThat(typed.run("other", "--dry-run").out())
        .contains("BAD_CURRENCY")
        .doesNotContain("kept in quarantine");
  }

  @Test
  void what_is_rejected_again_stays_with_the_new_code() {
    run("daily");
    source(GOOD.replace("5.00,1,USD", "x,1,USD"));
    JsonNode books = replay("daily", "--now", Typed.NOW.toString());
    assertThat(books.at("/rows/rejected/BAD_PRICE").intValue()).isEqualTo(1);
    assertThat(kept("daily")).hasSize(1);
    assertThat(kept("daily").get(0).get("code").textValue()).isEqualTo("BAD_PRICE");
  }

  @Test
  void orders_that_the_query_returns_no_more_are_counted_and_stay() {
    run("daily");
    source(GOOD.substring(0, GOOD.indexOf("O4")));
    Typed.Answer answer = typed.type("replay", "daily", "--now", Typed.NOW.toString());
    assertThat(answer.code()).isZero();
    assertThat(answer.err())
        .contains("QUARANTINE_NOT_FOUND: 1 of 2 orders in quarantine is not among the rows");
    assertThat(kept("daily").get(0).get("orders").intValue()).isEqualTo(1);
  }

  @Test
  void what_has_grown_too_old_leaves_by_itself() {
    run("daily");
    String later = Typed.NOW.plus(Duration.ofDays(8)).toString();
    typed.type("run", "daily", "--now", later);
    assertThat(kept()).isEmpty();
  }

  @Test
  void each_destination_has_a_quarantine_of_its_own() {
    run("daily");
    run("other");
    assertThat(kept()).hasSize(2);
    source(GOOD);
    replay("daily", "--now", Typed.NOW.toString());
    assertThat(kept()).hasSize(1);
    assertThat(kept().get(0).get("orchestration").textValue()).isEqualTo("other");
    assertThat(replay("other", "--now", Typed.NOW.toString()).at("/rows/accepted").intValue())
        .isEqualTo(3);
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_replay_may_be_of_one_code_or_of_what_one_run_has_seen() {
    JsonNode first = run("daily");
    source(bad() + "O6,e6,sue@example.com,2026-11-21 09:00:00,x,1,USD,p4\n");
    JsonNode second = run("daily");
    assertThat(kept("--run", first.get("run").textValue())).hasSize(1);
    assertThat(kept("--run", second.get("run").textValue())).hasSize(2);
    source(GOOD + "O6,e6,sue@example.com,2026-11-21 09:00:00,1.50,1,USD,p4\n");
    assertThat(replay("daily", "--code", "BAD_PRICE").at("/rows/accepted").intValue()).isEqualTo(1);
    assertThat(kept().get(0).get("code").textValue()).isEqualTo("BAD_CURRENCY");
  }

  @Test
  void a_dry_replay_says_what_would_go_and_changes_nothing() {
    run("daily");
    source(GOOD);
    String now = Typed.NOW.toString();
    JsonNode books = typed.type("replay", "daily", "--dry-run", "--json", "--now", now).json();
    assertThat(books.at("/rows/read").intValue()).isEqualTo(3);
    assertThat(kept("daily").get(0).get("orders").intValue()).isEqualTo(2);
    assertThat(accepted()).isEqualTo(2);
  }

  @Test
  void a_replay_looks_as_far_back_as_it_must_and_leaves_the_first_send_as_it_was() {
    firstSend("auto");
    String old = "O7,e7,sue@example.com,2026-10-25 09:00:00,1.50,1,QQQ,p4\n";
    source(HEADER + old);
    run("daily");
    source(HEADER + old.replace("QQQ", "USD"));
    assertThat(replay("daily", "--now", Typed.NOW.toString()).at("/rows/accepted").intValue())
        .isEqualTo(1);
    source(HEADER + old.replace("QQQ", "USD").replace("O7,e7", "O8,e8"));
    assertThat(run("daily").at("/rows/accepted").intValue()).isEqualTo(1);
    source(HEADER + old.replace("QQQ", "USD").replace("O7,e7", "O9,e9"));
    assertThat(run("daily").at("/rows/rejected/EVENT_TOO_OLD").intValue()).isEqualTo(1);
    assertThat(kept()).isEmpty();
  }

  @Test
  void references_are_released_by_hand() {
    run("daily");
    assertThat(typed.type("quarantine", "--release").code()).isEqualTo(2);
    Typed.Answer released = typed.type("quarantine", "daily", "--release");
    assertThat(released.out()).contains("2 references released");
    assertThat(typed.type("quarantine").err()).contains("Nothing is in quarantine.");
  }

  @Test
  void an_unknown_name_is_told_from_an_empty_quarantine() {
    run("other");
    assertThat(typed.type("quarantine", "other", "--code", "NONE").code()).isZero();
    Typed.Answer unknown = typed.type("quarantine", "dayly");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no orchestration 'dayly'", "there are: ");
  }

  @Test
  void nothing_to_replay_is_no_failure_and_an_unknown_name_is() {
    Typed.Answer nothing = typed.type("replay", "daily");
    assertThat(nothing.code()).isZero();
    assertThat(nothing.err()).contains("Nothing of 'daily' is in quarantine");
    assertThat(sandbox.counters("meta").requests()).isZero();
    run("daily");
    assertThat(typed.type("replay", "daily", "--code", "NONE").err())
        .contains("Nothing of 'daily' is in quarantine with this code");
    Typed.Answer unknown = typed.type("replay", "dayly");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no orchestration 'dayly'");
  }

  @Test
  void the_page_tells_what_to_do_and_the_list_names_references_only() {
    run("daily");
    Typed.Answer page = typed.type("quarantine");
    assertThat(page.out())
        .contains("daily → stores 1234567890 (api)", "BAD_CURRENCY", "currency", "2026-11-27 11:00")
        .contains("Use a code such as USD");
    String list = typed.type("quarantine", "daily", "--list").out();
    assertThat(list.lines()).hasSize(3);
    assertThat(kept("daily", "--list").get(0).get("reference").textValue()).hasSize(32);
  }

  @Test
  void the_quarantine_holds_no_value_of_any_row() throws IOException {
    run("daily");
    Path database = folder.resolve(".footfall/footfall.db");
    String everything =
        typed.type("quarantine", "--list").out()
            + kept("--list")
            + new String(Files.readAllBytes(database), StandardCharsets.ISO_8859_1);
    assertThat(everything).doesNotContain("QQQ", "example.com", "joe", "\"O2\"");
  }

  @Test
  void trace_tells_the_whole_story_of_an_order_and_what_to_do_next() {
    String now = Typed.NOW.toString();
    JsonNode run = run("daily");
    String page = typed.type("trace", "O4", "--now", now).out();
    assertThat(page)
        .contains("daily → stores 1234567890 (api)", "other → partners 1234567890 (api)")
        .containsPattern("earlier +BAD_CURRENCY +rejected at column 'currency' in run")
        .containsPattern("quarantine +BAD_CURRENCY +1 row at column 'currency'")
        .containsPattern("next +mend BAD_CURRENCY .*'footfall replay daily'");
    source(GOOD);
    JsonNode story = typed.type("trace", "O4", "--now", now, "--json").json().get(0);
    assertThat(story.at("/events/0/state").textValue()).isEqualTo("new");
    assertThat(story.at("/before/0/run")).isEqualTo(run.get("run"));
    assertThat(story.at("/before/0/column").textValue()).isEqualTo("currency");
    assertThat(story.at("/quarantine/0/code").textValue()).isEqualTo("BAD_CURRENCY");
    assertThat(story.at("/next").textValue()).contains("'footfall replay daily', or the next run");
    JsonNode replay = replay("daily", "--now", now);
    story = typed.type("trace", "O4", "--now", now, "--json").json().get(0);
    assertThat(story.at("/events/0/run")).isEqualTo(replay.get("run"));
    assertThat(story.at("/quarantine")).isEmpty();
    assertThat(story.at("/next").textValue()).isEqualTo("nothing: it is delivered");
    source(GOOD.replace("3.50,1,EUR", "4.50,1,EUR"));
    assertThat(typed.type("trace", "O4", "--now", now).out()).contains("changed since then");
  }

  @Test
  void trace_goes_on_where_one_orchestration_is_at_fault() {
    run("daily");
    typed.write("queries/gone.sql", "SELECT * FROM nowhere");
    typed.write(
        "footfall.yaml",
        PROJECT
            .formatted(sandbox.baseUrl("meta"), "off")
            .replaceFirst("query: queries/orders.sql", "query: queries/gone.sql"));
    Typed.Answer answer = typed.type("trace", "O4", "--now", Typed.NOW.toString());
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("nowhere");
    assertThat(answer.out()).contains("other → partners 1234567890 (api)");
  }

  @Test
  void trace_tells_what_is_known_from_orchestrations_that_left_the_project() throws Exception {
    JsonNode run = run("daily");
    String yaml = PROJECT.formatted(sandbox.baseUrl("meta"), "off");
    typed.write("footfall.yaml", yaml.replaceFirst("(?m)^  daily: .*\n", ""));
    String[] all = {"trace", "O4", "--now", Typed.NOW.toString()};
    String page = typed.type(all).out();
    assertThat(page)
        .contains("other → partners", "daily (no longer configured)")
        .containsPattern("earlier +BAD_CURRENCY +rejected at column 'currency' in run")
        .containsPattern("quarantine +BAD_CURRENCY +1 row at column 'currency'")
        .containsPattern("next +what it delivered can be told only with its configuration");
    Typed.Answer former =
        typed.type("trace", "O4", "--orchestration", "daily", "--json", "--now", all[3]);
    assertThat(former.code()).as(former.err()).isZero();
    assertThat(former.json()).hasSize(1);
    JsonNode story = former.json().get(0);
    assertThat(story.at("/configured").booleanValue()).isFalse();
    assertThat(story.at("/before/0/run")).isEqualTo(run.get("run"));
    assertThat(story.at("/quarantine/0/code").textValue()).isEqualTo("BAD_CURRENCY");
    assertThat(typed.type("trace", "O1", "--now", all[3]).err())
        .contains("No longer configured: daily. No fault of this order is known of it; what it");
    assertThat(typed.type("trace", "O4", "--orchestration", "nobody").err())
        .contains("no orchestration 'nobody'");
  }

  @Test
  void a_row_without_an_order_id_is_found_again_while_it_reads_the_same() {
    typed.write("queries/orders.sql", "SELECT * EXCLUDE (order_id, event_id) FROM orders");
    source(GOOD.substring(0, GOOD.indexOf("O2")).replace("USD", "QQQ"));
    assertThat(run("daily").at("/rows/rejected/BAD_CURRENCY").intValue()).isEqualTo(1);
    assertThat(kept("daily").get(0).get("orders").intValue()).isEqualTo(1);
    JsonNode books = replay("daily", "--now", Typed.NOW.toString());
    assertThat(books.at("/rows/read").intValue()).isEqualTo(1);
    assertThat(books.at("/replay/not_found").intValue()).isZero();
    source(GOOD.substring(0, GOOD.indexOf("O2")));
    assertThat(replay("daily", "--now", Typed.NOW.toString()).at("/replay/not_found").intValue())
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
    assertThat(kept("people").get(0).get("fate").textValue()).isEqualTo("refused");
    sandbox.reset();
    JsonNode books = replay("people", "--now", Typed.NOW.toString());
    assertThat(books.at("/rows/read").intValue()).isEqualTo(1);
    assertThat(books.at("/rows/accepted").intValue()).isEqualTo(1);
    assertThat(kept()).isEmpty();
  }
}
