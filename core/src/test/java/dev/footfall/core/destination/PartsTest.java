package dev.footfall.core.destination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final Outcome.Refused NO =
      new Outcome.Refused(Code.PLATFORM_REJECTED, "quantity", "no");

  private final List<Event> events = List.of(event(1), event(3), event(2));

  private static Event event(int parts) {
    byte[] body = {'{', '}'};
    EventRows rows = new EventRows(new long[] {1}, "");
    return new Event(body, "", "", 0, 0, rows, KeyMaterial.of(body), parts);
  }

  @Test
  void an_event_without_a_refused_part_is_accepted() {
    assertThat(Parts.outcomes(events, Map.of())).containsOnly(Outcome.Accepted.PLAIN).hasSize(3);
  }

  @Test
  void an_event_is_refused_when_all_its_parts_are() {
    assertThat(Parts.outcomes(events, Map.of(4, NO, 5, NO)))
        .containsExactly(Outcome.Accepted.PLAIN, Outcome.Accepted.PLAIN, NO);
  }

  @Test
  void an_event_of_which_some_parts_were_taken_has_one_fate_that_says_so() {
    Outcome partly = Parts.outcomes(events, Map.of(2, NO)).get(1);

    assertThat(partly).isEqualTo(new Outcome.Partly(NO, 2, 3));
    assertThat(((Outcome.Partly) partly).words()).isEqualTo("no (partly recorded: 2 of 3)");
  }

  @Test
  void a_part_belongs_to_the_event_that_holds_it() {
    assertThat(Parts.count(events)).isEqualTo(6);
    assertThat(Parts.owner(events, 0)).contains(0);
    assertThat(Parts.owner(events, 3)).contains(1);
    assertThat(Parts.owner(events, 5)).contains(2);
    assertThat(Parts.owner(events, 6)).isEqualTo(Optional.empty());
    assertThat(Parts.owner(events, -1)).isEqualTo(Optional.empty());
  }
}
