package dev.footfall.core.run;

import dev.footfall.core.ledger.LedgerKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was rejected or refused and may still be delivered once its cause is mended. Safe for
 * several threads and processes; every write is durable on return.
 */
public interface Quarantine {
  /**
   * Enters a batch in one transaction. What is there already under the same name and cause keeps
   * its first sighting and takes the rest; rows of one run add up. Each place holds a bounded
   * number of entries; new ones beyond it are left out.
   *
   * @return how many names of the batch were left out
   */
  int record(List<Quarantined> batch);

  /** The names in quarantine, without their causes. */
  QuarantineNames names(Wanted wanted);

  /** The names in quarantine of a ledger scope, whichever orchestration they came by. */
  default QuarantineNames ofScope(String scope) {
    return names(Wanted.ofScope(scope));
  }

  /** What is there, a line for each place and cause, the most frequent first. */
  List<Sum> sums(Wanted wanted);

  /** Whether there is any. */
  boolean isAny(Wanted wanted);

  /** The entries themselves, those that end first before the others. */
  List<Quarantined> list(Wanted wanted, int limit);

  /** The entries of one order, whatever their place. */
  List<Quarantined> ofOrder(LedgerKey order);

  /**
   * Lets go of names that are delivered, or whose window has ended, unless this run has found them
   * wanting again.
   *
   * @param run the run that found out
   */
  int resolve(String scope, List<LedgerKey> names, int run);

  /** Lets go of causes for which this run has found others under the same name. */
  int replace(Quarantined.Place place, int run);

  /** Lets go of entries because a person says so. */
  int release(Wanted wanted);

  /** Lets go of all that is known of an order, whatever its place. */
  int forget(LedgerKey order);

  /** Lets go of everything whose window has ended by then. */
  int purge(Instant now);

  /** Lets go of everything that no run has seen since then. */
  int purgeUnseen(Instant since);

  /**
   * Which entries are meant; empty means any.
   *
   * @param scope the ledger's
   * @param orchestration its name
   * @param code our code or the platform's
   * @param run one that has seen it
   * @param fate whether we rejected it or the platform refused it
   */
  record Wanted(
      Optional<String> scope,
      Optional<String> orchestration,
      Optional<String> code,
      OptionalInt run,
      Optional<RowFate> fate) {
    /** All there is. */
    public static final Wanted ALL =
        new Wanted(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

    /** Whether rejected or refused. */
    public Wanted(
        Optional<String> scope,
        Optional<String> orchestration,
        Optional<String> code,
        OptionalInt run) {
      this(scope, orchestration, code, run, Optional.empty());
    }

    /** Those of a ledger scope. */
    public static Wanted ofScope(String scope) {
      return new Wanted(
          Optional.of(scope), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /** Those of them in one place. */
    public Wanted in(Quarantined.Place place) {
      return new Wanted(
          Optional.of(place.scope()), Optional.of(place.orchestration()), code, run, fate);
    }

    /** Those of them that a platform refused. */
    public Wanted refused() {
      return new Wanted(scope, orchestration, code, run, Optional.of(RowFate.REFUSED));
    }
  }

  /**
   * All entries of one place and cause.
   *
   * @param names how many orders, or other names
   * @param first the first sighting of any
   * @param last the last sighting of any
   * @param ends when the first of them can no longer be delivered, Unix seconds
   * @param oldest when the first of them happened, Unix seconds; 0 when none has a time
   */
  record Sum(
      Quarantined.Place place,
      Quarantined.Cause cause,
      long names,
      long rows,
      Quarantined.Sighting first,
      Quarantined.Sighting last,
      long ends,
      long oldest) {}
}
