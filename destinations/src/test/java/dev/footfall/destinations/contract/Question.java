package dev.footfall.destinations.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/**
 * What a platform is asked about a request later on, and how it words its answers.
 *
 * @param taken which of the {@link GoldenAnswers} confirm events; all others must not
 * @param isStored whether the platform has the events already, so that they are never sent again
 */
public record Question(Inquiry inquiry, Speech speech, Map<String, Taken> taken, boolean isStored) {
  private static final Duration LONGEST = Duration.ofDays(2);
  private static final int MOST_QUESTIONS = 20_000;

  /** One about events that the platform has. */
  public static Question afterTaking(Inquiry inquiry, Speech speech, Map<String, Taken> taken) {
    return new Question(inquiry, speech, taken, true);
  }

  /** One about events that it has not. */
  public static Question beforeTaking(Inquiry inquiry, Speech speech, Map<String, Taken> taken) {
    return new Question(inquiry, speech, taken, false);
  }

  /** Gives it all the golden answers. */
  void judge(List<Event> batch, Readings readings, SoftAssertions all) {
    Map<String, HttpAnswer> golden = GoldenAnswers.of(speech, batch.size());
    assertThat(golden.keySet()).hasSizeGreaterThan(80).containsAll(taken.keySet());
    golden.forEach((name, answer) -> all.check(() -> judge(name, answer, batch, readings)));
  }

  private void judge(String name, HttpAnswer answer, List<Event> batch, Readings readings) {
    Reading reading = inquiry.read(answer, batch);
    readings.fit(reading, name);
    Taken right = taken.getOrDefault(name, Taken.usually(name, speech.status()));
    assertThat(confirmed(reading, batch))
        .as("confirmed by <%s> to %s (%s)", name, inquiry, right.reason())
        .isEqualTo(right.events(batch.size()));
    if (isStored) {
      assertThat(sentAgain(reading, batch))
          .as("sent again after <%s> to %s", name, inquiry)
          .isEmpty();
    }
    assertEnds(name, answer, batch);
  }

  /** Whoever gives the same answer for ever is not asked for ever. */
  private void assertEnds(String name, HttpAnswer answer, List<Event> batch) {
    Inquiry asked = inquiry;
    Duration waited = asked.after();
    for (int i = 0; asked.read(answer, batch) instanceof Reading.JudgedLater later; i++) {
      asked = later.inquiry();
      waited = waited.plus(asked.after());
      assertThat(waited).as("asked again and again after <%s>", name).isLessThan(LONGEST);
      assertThat(i).as("asked again and again after <%s>", name).isLessThan(MOST_QUESTIONS);
    }
  }

  /** Events of which the platform says more good than its silence would. */
  private Set<Integer> confirmed(Reading reading, List<Event> batch) {
    Map<Integer, Outcome> now = outcomes(reading, batch);
    Map<Integer, Outcome> before = Readings.outcomes(inquiry.unanswered(batch));
    return IntStream.range(0, batch.size())
        .filter(i -> certainty(now.get(i)) > certainty(before.get(i)))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static int certainty(@Nullable Outcome outcome) {
    if (outcome instanceof Outcome.Accepted taken) {
      return taken.warning().isPresent() ? 1 : 2;
    }
    return outcome instanceof Outcome.Present ? 2 : 0;
  }

  private static Set<Integer> sentAgain(Reading reading, List<Event> batch) {
    Map<Integer, Outcome> outcomes = new HashMap<>(outcomes(reading, batch));
    outcomes.values().removeIf(outcome -> !(outcome instanceof Outcome.NotSent));
    boolean isWhole = reading instanceof Reading.RefusedWhole || reading instanceof Reading.Sifted;
    return isWhole
        ? IntStream.range(0, batch.size()).boxed().collect(Collectors.toSet())
        : outcomes.keySet();
  }

  private static Map<Integer, Outcome> outcomes(Reading reading, List<Event> batch) {
    return reading instanceof Reading.JudgedLater later
        ? Readings.outcomes(later.inquiry().unanswered(batch))
        : Readings.outcomes(reading);
  }
}
