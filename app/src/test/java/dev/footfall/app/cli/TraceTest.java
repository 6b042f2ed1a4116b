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

/** The story of one order over all runs and destinations. */
class TraceTest {
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
  void trace_tells_the_whole_story_of_an_order_and_what_to_do_next() {
    String now = Typed.NOW.toString();
    JsonNode run = orders.run("daily");
    String page = typed.type("trace", "O4", "--now", now).out();
    assertThat(page)
        .contains("daily → stores 1234567890 (api)", "other → partners 1234567890 (api)")
        .containsPattern("earlier +BAD_CURRENCY +rejected at column 'currency' in run")
        .containsPattern("quarantine +BAD_CURRENCY +1 row at column 'currency'")
        .containsPattern("next +mend BAD_CURRENCY .*'footfall replay daily'");
    orders.source(FaultyOrders.GOOD);
    JsonNode story = typed.type("trace", "O4", "--now", now, "--json").json().get(0);
    assertThat(story.at("/events/0/state").textValue()).isEqualTo("new");
    assertThat(story.at("/before/0/run")).isEqualTo(run.get("run"));
    assertThat(story.at("/before/0/column").textValue()).isEqualTo("currency");
    assertThat(story.at("/quarantine/0/code").textValue()).isEqualTo("BAD_CURRENCY");
    assertThat(story.at("/next").textValue()).contains("'footfall replay daily', or the next run");
    JsonNode replay = orders.replay("daily", "--now", now);
    story = typed.type("trace", "O4", "--now", now, "--json").json().get(0);
    assertThat(story.at("/events/0/run")).isEqualTo(replay.get("run"));
    assertThat(story.at("/quarantine")).isEmpty();
    assertThat(story.at("/next").textValue()).isEqualTo("nothing: it is delivered");
    orders.source(FaultyOrders.GOOD.replace("3.50,1,EUR", "4.50,1,EUR"));
    assertThat(typed.type("trace", "O4", "--now", now).out()).contains("changed since then");
  }

  @Test
  void trace_says_of_a_lost_answer_whether_the_next_run_sends_the_order_again() {
    String now = Typed.NOW.toString();
    orders.source(FaultyOrders.GOOD);
    sandbox.inject(
        "meta", new Injection("drop_after_store", Injection.ALWAYS, 0, Injection.EVENTS, Map.of()));
    orders.typed().run("daily");
    JsonNode story = typed.type("trace", "O1", "--now", now, "--json").json().get(0);
    assertThat(story.at("/events/0/state").textValue()).isEqualTo("unknown");
    assertThat(story.at("/next").textValue()).startsWith("the next run sends it again");
    sandbox.reset();
    orders.run("daily");
    story = typed.type("trace", "O1", "--now", now, "--json").json().get(0);
    assertThat(story.at("/next").textValue()).isEqualTo("nothing: it is delivered");
  }

  @Test
  void trace_goes_on_where_one_orchestration_is_at_fault() {
    orders.run("daily");
    typed.write("queries/gone.sql", "SELECT * FROM nowhere");
    typed.write(
        "footfall.yaml",
        orders.project("off").replaceFirst("query: queries/orders.sql", "query: queries/gone.sql"));
    Typed.Answer answer = typed.type("trace", "O4", "--now", Typed.NOW.toString());
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("nowhere");
    assertThat(answer.out()).contains("other → partners 1234567890 (api)");
  }

  @Test
  void trace_tells_what_is_known_from_orchestrations_that_left_the_project() throws Exception {
    JsonNode run = orders.run("daily");
    String yaml = orders.project("off");
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
}
