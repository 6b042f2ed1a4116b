package dev.footfall.app.orchestration;

import dev.footfall.core.run.Quarantine;
import dev.footfall.core.run.Quarantined.Place;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which of an orchestration's entries in quarantine are to be sent again.
 *
 * @param code only with this code, ours or the platform's
 * @param run only those that this run has seen
 */
public record Replay(Optional<String> code, OptionalInt run) {
  /** Everything there is. */
  public static Replay everything() {
    return new Replay(Optional.empty(), OptionalInt.empty());
  }

  /** The entries of one place. */
  Quarantine.Wanted in(Place place) {
    return of(Optional.empty()).in(place);
  }

  /** The entries of one orchestration, or of all. */
  public Quarantine.Wanted of(Optional<String> orchestration) {
    return new Quarantine.Wanted(Optional.empty(), orchestration, code, run);
  }

  /**
   * What a replay found.
   *
   * @param wanted orders, or other names, that were in quarantine when it began
   * @param missed those of them that the query returns no more
   */
  public record Found(long wanted, long missed) {}
}
