package dev.footfall.destinations.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judges what a destination read in an answer.
 *
 * @param codes those that the destination documents
 * @param events of the request
 */
record Readings(List<String> codes, int events) {
  /** Each event has at most one outcome, no other has any, and every code is documented. */
  void fit(Reading reading, String answer) {
    if (reading instanceof Reading.Settled settled) {
      assertThat(settled.outcomes()).as(answer).hasSize(events);
    } else if (reading instanceof Reading.RefusedWhole whole) {
      documented(whole.refusal());
      whole.culprit().ifPresent(i -> assertThat(i).as(answer).isBetween(0, events - 1));
    } else if (reading instanceof Reading.Sifted sifted) {
      assertThat(sifted.outcomes().keySet()).as(answer).allMatch(this::isThere);
      assertThat(sifted.amended().keySet()).as(answer).allMatch(this::isThere);
      documented(sifted.otherwise());
    } else if (reading instanceof Reading.Stop stop) {
      assertThat(codes).as(answer).contains(stop.code().name());
    }
    outcomes(reading).values().forEach(this::documented);
  }

  private boolean isThere(int event) {
    return event >= 0 && event < events;
  }

  private void documented(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      assertThat(codes).contains(refused.code().name());
    } else if (outcome instanceof Outcome.Accepted taken) {
      taken.warning().ifPresent(code -> assertThat(codes).contains(code.name()));
    } else if (outcome instanceof Outcome.Partly partly) {
      documented(partly.refusal());
    } else if (outcome instanceof Outcome.Withheld withheld) {
      assertThat(codes).contains(withheld.code().name());
    } else if (outcome instanceof Outcome.NotSent not) {
      assertThat(codes).contains(not.code().name());
    }
  }

  /** The outcomes that an answer settles, by event. */
  static Map<Integer, Outcome> outcomes(Reading reading) {
    if (reading instanceof Reading.Sifted sifted) {
      return sifted.outcomes();
    }
    Map<Integer, Outcome> outcomes = new HashMap<>();
    if (reading instanceof Reading.Settled settled) {
      for (int i = 0; i < settled.outcomes().size(); i++) {
        outcomes.put(i, settled.outcomes().get(i));
      }
    }
    return outcomes;
  }

  static boolean isAccepted(Outcome outcome) {
    return outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Present;
  }

  /** The events that count as accepted, even if the platform never says another word. */
  static Set<Integer> accepted(Reading reading, List<Event> batch) {
    Map<Integer, Outcome> outcomes =
        reading instanceof Reading.JudgedLater later
            ? outcomes(later.inquiry().unanswered(batch))
            : outcomes(reading);
    return IntStream.range(0, batch.size())
        .filter(i -> outcomes.containsKey(i) && isAccepted(outcomes.get(i)))
        .boxed()
        .collect(Collectors.toSet());
  }
}
