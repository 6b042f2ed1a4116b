package dev.footfall.store;

import dev.footfall.core.run.Quarantine;
import dev.footfall.core.run.StateNotes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Removes from a store what has outlived its time.
 *
 * @param scope of the note that says when this was done last
 */
record Housekeeping(Store store, String scope) {
  private static final String TIDIED = "tidied";

  /** Once a day; asked again on the same day, it does nothing. Says whether it was due. */
  boolean tidy(KnownTime time) {
    time.remember();
    Instant now = time.instant();
    String today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    StateNotes notes = store.notes();
    if (notes.read(scope, TIDIED).filter(today::equals).isPresent()) {
      return false;
    }
    notes.write(scope, TIDIED, today);
    purge(now);
    store.reclaim();
    return true;
  }

  private void purge(Instant now) {
    Instant remembered = now.minus(store.settings().history());
    Quarantine quarantine = store.quarantine();
    store.runs().forget(remembered);
    store.holds().expire(now);
    quarantine.purge(now);
    quarantine.purgeUnseen(remembered);
    store.ledger().purge();
  }
}
