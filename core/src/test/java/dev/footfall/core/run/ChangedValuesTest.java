package dev.footfall.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.Values;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.MemoryLedger;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of the values that an event sets, those go out that the platform lacks. */
class ChangedValuesTest {
  private static final Values.Terms USUAL = new Values.Terms(true, false);
  private final MemoryLedger ledger = new MemoryLedger();
  private Turnover turnover = new Turnover();

  @Test
  void what_was_delivered_is_left_out_and_what_changed_goes_again() {
    assertThat(send(USUAL, Settlement.DELIVERED, "city", "\"Rome\"", "visits", "3"))
        .contains("{\"id\":1,\"city\":\"Rome\",\"visits\":3}");
    assertThat(send(USUAL, Settlement.DELIVERED, "city", "\"Rome\"", "visits", "3")).isEmpty();
    assertThat(send(USUAL, Settlement.DELIVERED, "city", "\"Rome\"", "visits", "4"))
        .contains("{\"id\":1,\"visits\":4}");
  }

  @Test
  void a_value_is_known_only_after_it_was_confirmed() {
    for (Settlement lost : new Settlement[] {Settlement.RELEASED, Settlement.UNKNOWN}) {
      assertThat(send(USUAL, lost, "city", "\"Rome\"")).contains("{\"id\":1,\"city\":\"Rome\"}");
    }
    try (LedgerRun died = ledger.begin("braze", 9)) {
      Pending sent = due(died, USUAL, "city", "\"Rome\"").orElseThrow();
      died.claim(sent.entries());
    }
    assertThat(send(USUAL, Settlement.DELIVERED, "city", "\"Rome\"")).isPresent();
    assertThat(send(USUAL, Settlement.DELIVERED, "city", "\"Rome\"")).isEmpty();
  }

  @Test
  void a_value_is_taken_away_once_and_only_where_it_was_sent() {
    assertThat(send(USUAL, Settlement.DELIVERED, "city", "null")).isEmpty();
    send(USUAL, Settlement.DELIVERED, "city", "\"Rome\"");
    assertThat(send(USUAL, Settlement.DELIVERED, "city", "null"))
        .contains("{\"id\":1,\"city\":null}");
    assertThat(send(USUAL, Settlement.DELIVERED, "city", "null")).isEmpty();
  }

  @Test
  void a_value_that_nobody_remembers_is_taken_away_where_that_is_wanted() {
    Values.Terms always = new Values.Terms(true, true);

    assertThat(send(always, Settlement.DELIVERED, "city", "null")).isPresent();
    assertThat(send(always, Settlement.DELIVERED, "city", "null")).isEmpty();
  }

  @Test
  void everything_goes_every_time_where_that_is_wanted() {
    Values.Terms all = new Values.Terms(false, false);
    send(all, Settlement.DELIVERED, "city", "\"Rome\"", "visits", "3");

    assertThat(send(all, Settlement.DELIVERED, "city", "\"Rome\"", "visits", "null"))
        .contains("{\"id\":1,\"city\":\"Rome\",\"visits\":null}");
    assertThat(send(all, Settlement.DELIVERED, "city", "\"Rome\"", "visits", "null"))
        .contains("{\"id\":1,\"city\":\"Rome\"}");
  }

  @Test
  void a_value_that_changed_for_more_than_nine_in_ten_people_is_restless() {
    for (int changed : new int[] {0, 18, 19}) {
      turnover = new Turnover();
      for (int person = 0; person < 20; person++) {
        compare("\"visits\":", person < changed);
        compare("\"city\":", false);
      }
      assertThat(turnover.restless()).hasSize(changed == 19 ? 1 : 0);
    }
    assertThat(turnover.restless()).containsExactly("visits");
  }

  @Test
  void a_handful_of_people_says_nothing_and_values_sent_for_the_first_time_are_no_change() {
    for (int person = 0; person < 19; person++) {
      compare("\"visits\":", true);
    }
    assertThat(turnover.restless()).isEmpty();

    turnover = new Turnover();
    for (int value = 0; value < 40; value++) {
      send(USUAL, Settlement.DELIVERED, "v" + value, "1", "visits", String.valueOf(value));
    }
    assertThat(turnover.restless()).containsExactly("visits");
  }

  private void compare(String name, boolean isChanged) {
    byte[] body = Text.utf8("," + name);
    turnover.compared(body, 2, body.length - 2, isChanged);
  }

  private Optional<String> send(Values.Terms terms, Settlement answer, String... values) {
    try (LedgerRun run = ledger.begin("braze", 1)) {
      Optional<Pending> due = due(run, terms, values);
      due.ifPresent(
          pending ->
              run.settle(
                  run.claim(pending.entries()),
                  Collections.nCopies(pending.entries().size(), answer)));
      return due.map(pending -> new String(pending.event().body(), StandardCharsets.UTF_8));
    }
  }

  private Optional<Pending> due(LedgerRun run, Values.Terms terms, String... values) {
    int size = values.length / 2;
    int[] starts = new int[size + 1];
    int[] colons = new int[size];
    BitSet clears = new BitSet();
    StringBuilder body = new StringBuilder("{\"id\":1");
    for (int i = 0; i < size; i++) {
      starts[i] = body.length();
      body.append(",\"").append(values[2 * i]).append("\":");
      colons[i] = body.length();
      body.append(values[2 * i + 1]);
      clears.set(i, values[2 * i + 1].equals("null"));
    }
    starts[size] = body.length();
    Values set = new Values(starts, colons, clears, terms);
    Event event =
        new Event(
                Text.utf8(body.append('}').toString()),
                "",
                "",
                0,
                1,
                new EventRows(new long[] {1}, ""),
                KeyMaterial.of(Text.utf8("1")))
            .setting(set);
    ChangedValues changed = new ChangedValues(run, KeyDigest.unkeyed(), turnover, 1);
    Asked asked = new Asked(event, changed.keys(event, set));
    Asked.ask(run, List.of(asked));
    return changed.due(asked);
  }
}
