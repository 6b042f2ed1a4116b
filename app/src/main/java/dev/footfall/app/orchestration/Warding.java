package dev.footfall.app.orchestration;

import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.run.Quarantine;
import dev.footfall.core.run.QuarantineNames;
import dev.footfall.core.run.QuarantineWard;
import dev.footfall.core.run.Quarantined.Place;
import dev.footfall.core.run.RunScope;
import dev.footfall.core.run.Selection;
import dev.footfall.core.run.Stay;
import dev.footfall.core.run.Ward;
import dev.footfall.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The quarantine's part in one run: what a replay takes, what enters and what leaves. */
final class Warding {
  private final Store store;
  private final RunRequest request;
  private final Place place;
  private Optional<Selection> selection = Optional.empty();
  private Optional<QuarantineWard> ward = Optional.empty();
  private int wanted;

  private Warding(Store store, RunRequest request, Place place) {
    this.store = store;
    this.request = request;
    this.place = place;
  }

  static Warding of(Store store, RunRequest request, Prepared prepared, Routing routing) {
    return new Warding(store, request, place(prepared, routing));
  }

  private static Place place(Prepared prepared, Routing routing) {
    return new Place(routing.ledgerScope(prepared), prepared.orchestration().name());
  }

  /** Whether what is to be sent again happened before the window that a plain run looks back to. */
  static boolean isOlderThan(Routing narrow, Store store, Replay replay, Prepared prepared) {
    LocalDate start =
        LocalDate.ofInstant(prepared.now(), Routing.zone(prepared))
            .minusDays(narrow.route().windowDays());
    long first = start.atStartOfDay(Routing.zone(prepared)).toEpochSecond();
    return store.quarantine().sums(replay.in(place(prepared, narrow))).stream()
        .anyMatch(sum -> sum.oldest() != 0 && sum.oldest() < first);
  }

  /** The run with the quarantine's part in it; entries whose window has ended leave first. */
  RunScope join(RunScope scope, Prepared prepared, Routing routing) {
    boolean isKept = !request.dryRun() && !routing.route().isTest();
    Quarantine quarantine = store.quarantine();
    if (isKept) {
      quarantine.purge(prepared.now());
    }
    if (request.replay().isPresent()) {
      QuarantineNames names = quarantine.names(request.replay().get().in(place));
      wanted = names.size();
      selection = Optional.of(new Selection(names, digest(), scope.route(), scope.binding()));
    }
    Ward picking = selection.<Ward>map(s -> s).orElse(Ward.NONE);
    if (!isKept) {
      return scope.with(picking);
    }
    Stay stay = new Stay(scope, place, prepared.now(), Routing.zone(prepared));
    ward = Optional.of(new QuarantineWard(quarantine, stay, digest(), picking));
    return scope.with(ward.get());
  }

  /** Under the same names orders are traced. */
  private KeyDigest digest() {
    return store.keys().digest(OutcomeKeeper.ORDER);
  }

  /** What a replay found; empty for a plain run. */
  Optional<Replay.Found> found() {
    return selection.map(s -> new Replay.Found(wanted, s.missed()));
  }

  /** The run is over; what to say of it. */
  List<String> end() {
    List<String> words = new ArrayList<>();
    ward.map(QuarantineWard::end).ifPresent(change -> words.addAll(words(change)));
    found().filter(f -> f.missed() > 0).ifPresent(f -> words.add(missing(f)));
    return words;
  }

  /** After a fault: what the store still takes, and no further fault. */
  List<String> endIfItCan() {
    try {
      return end();
    } catch (RuntimeException further) {
      return List.of();
    }
  }

  private List<String> words(QuarantineWard.Change change) {
    List<String> words = new ArrayList<>();
    if (change.leftOut() > 0) {
      words.add(
          RunReport.QUARANTINE_FULL
              + ": "
              + of(change.leftOut(), "more reference")
              + " did not fit into the quarantine of '"
              + place.orchestration()
              + "', which holds "
              + store.settings().quarantined()
              + "; mend what is there, or 'footfall quarantine "
              + place.orchestration()
              + " --release'; --rejects writes all rows");
    }
    if (change.left() > 0) {
      words.add(of(change.left(), "reference") + " left the quarantine");
    }
    return words;
  }

  private static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String missing(Replay.Found found) {
    return RunReport.NOT_FOUND
        + ": "
        + found.missed()
        + " of "
        + of(found.wanted(), "order")
        + " in quarantine "
        + (found.missed() == 1 ? "is" : "are")
        + " not among the rows that the query returns now";
  }
}
