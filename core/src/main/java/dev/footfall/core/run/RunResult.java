package dev.footfall.core.run;

import dev.footfall.core.destination.Reading;
import java.util.Optional;
import java.util.Set;

/**
 * How a run ended.
 *
 * @param sums its books
 * @param stop why it stopped before its end, if it did
 * @param endsFirstSend whether the wider window of a first send is used up
 * @param words the platform's words of warning
 * @param restless the values that are set for people and were another one for nearly everybody
 */
public record RunResult(
    Books.Sums sums,
    Optional<Reading.Stop> stop,
    boolean endsFirstSend,
    Set<String> words,
    Set<String> restless) {
  /** Copies the sets. */
  public RunResult {
    words = Set.copyOf(words);
    restless = Set.copyOf(restless);
  }

  /** What is known of a run that a fault ended. */
  public static RunResult broken(Books.Sums sums) {
    return new RunResult(sums, Optional.empty(), false, Set.of(), Set.of());
  }

  /** The same run with these sums and words. */
  public RunResult with(Books.Sums others, Set<String> said) {
    return new RunResult(others, stop, endsFirstSend, said, restless);
  }
}
