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
 */
public record RunResult(
    Books.Sums sums, Optional<Reading.Stop> stop, boolean endsFirstSend, Set<String> words) {
  /** Copies the set. */
  public RunResult {
    words = Set.copyOf(words);
  }
}
