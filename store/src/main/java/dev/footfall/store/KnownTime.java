package dev.footfall.store;

import dev.footfall.core.run.StateNotes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The time by which a store's things grow old: the machine's, as long as that can be believed. A
 * clock that was set years ahead would have the ledger forget what was delivered, and a later run
 * send it again. So a clock that says more than 35 days after the latest time that is known is
 * believed only when it has said so for 35 days; until then the latest known time stands. A clock
 * that was set back makes nothing older.
 */
final class KnownTime extends Clock {
  private static final Duration LEAP = Duration.ofDays(35);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String KNOWN = "known time";
  private static final String DOUBTED = "doubted since";

  private final StateNotes notes;
  private final String scope;
  private final Clock machine;

  /**
   * The known time of a store.
   *
   * @param scope of the notes in which it is remembered
   */
  KnownTime(StateNotes notes, String scope, Clock machine) {
    this.notes = notes;
    this.scope = scope;
    this.machine = machine;
  }

  @Override
  public Instant instant() {
    Instant now = machine.instant();
    Instant known = known(now);
    return isBelieved(now, known) ? now : known;
  }

  /** Remembers what the machine says, to the day. */
  void remember() {
    Instant now = machine.instant();
    Instant known = known(now);
    Optional<Instant> doubted = doubtedSince();
    if (isBelieved(now, known)) {
      if (Duration.between(known, now).compareTo(DAY) >= 0 || doubted.isPresent()) {
        notes.write(scope, KNOWN, (now.isAfter(known) ? now : known).toString());
        notes.write(scope, DOUBTED, "");
      }
    } else if (doubted.filter(since -> !since.isAfter(now)).isEmpty()) {
      notes.write(scope, DOUBTED, now.toString());
    }
  }

  /** When the machine's clock will be believed, should it go on like this; empty when it is now. */
  Optional<Instant> believedFrom() {
    Instant now = machine.instant();
    return isBelieved(now, known(now))
        ? Optional.empty()
        : Optional.of(doubtedSince().orElse(now).plus(LEAP));
  }

  private boolean isBelieved(Instant now, Instant known) {
    boolean isLasting = doubtedSince().filter(since -> !now.isBefore(since.plus(LEAP))).isPresent();
    return !now.isAfter(known.plus(LEAP)) || isLasting;
  }

  /** The first time that a store hears of is known. */
  private Instant known(Instant now) {
    Optional<Instant> known = read(KNOWN);
    if (known.isEmpty()) {
      notes.write(scope, KNOWN, now.toString());
    }
    return known.orElse(now);
  }

  private Optional<Instant> doubtedSince() {
    return read(DOUBTED);
  }

  private Optional<Instant> read(String name) {
    return notes.read(scope, name).filter(text -> !text.isEmpty()).map(Instant::parse);
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new KnownTime(notes, scope, machine.withZone(zone));
  }
}
