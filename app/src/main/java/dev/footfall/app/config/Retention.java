package dev.footfall.app.config;

import dev.footfall.store.StoreSettings;
import dev.footfall.store.ledger.LedgerSettings;
import java.time.Duration;

/**
 * How long the project remembers.
 *
 * @param place where the ledger's time stands in the file; its start when it is the default
 * @param history of runs, with what became of their rows
 * @param ledger of what was delivered, and holds of what was forgotten
 */
public record Retention(Place place, Duration history, Duration ledger) {
  /** Unless the file says otherwise. */
  public static final Retention DEFAULT =
      new Retention(Place.START, StoreSettings.HISTORY, LedgerSettings.RETENTION);

  /** As the store takes it. */
  public StoreSettings settings() {
    return StoreSettings.keeping(history, ledger);
  }
}
