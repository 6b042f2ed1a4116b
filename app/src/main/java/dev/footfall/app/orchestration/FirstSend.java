package dev.footfall.app.orchestration;

import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.run.StateNotes;

/**
 * Whether the wider window of a first send is open: {@code auto} until the first run that used it
 * up, {@code force} for one run more, {@code off} never.
 *
 * @param notes where it is remembered
 * @param scope destination and target
 */
record FirstSend(StateNotes notes, String scope) {
  private static final String SETTING = "initial_load";
  private static final String DONE = "first send done";
  private static final String FORCED = "first send forced";

  boolean isOpen(SettingValues settings) {
    String wish = settings.find(SETTING).orElse("off");
    if (!wish.equals("force")) {
      notes.write(scope, FORCED, "");
    }
    boolean forceUnused = notes.read(scope, FORCED).orElse("").isEmpty();
    boolean unused = notes.read(scope, DONE).orElse("").isEmpty();
    return switch (wish) {
      case "force" -> forceUnused || unused;
      case "auto" -> unused;
      default -> false;
    };
  }

  /**
   * A run has completed.
   *
   * @param usedUp whether an event was accepted that ends the first send
   */
  void completed(SettingValues settings, boolean usedUp, String runId) {
    if (usedUp) {
      notes.write(scope, DONE, runId);
    }
    if (settings.find(SETTING).orElse("off").equals("force")) {
      notes.write(scope, FORCED, runId);
    }
  }
}
