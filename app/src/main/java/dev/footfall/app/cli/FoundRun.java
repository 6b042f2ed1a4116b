package dev.footfall.app.cli;

import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.fault.UserFault;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.store.Store;
import java.util.List;
import java.util.Optional;

/** Finds the run that a person means. */
final class FoundRun {
  private FoundRun() {}

  /** The run whose id begins so, or the latest. */
  static RecordedRun of(Optional<String> id, Store store) {
    List<RecordedRun> found = id.map(store.runs()::find).orElseGet(() -> store.runs().latest(1));
    if (found.size() > 1) {
      throw UserFault.of(
          "several runs begin with '"
              + id.orElse("")
              + "': "
              + String.join(", ", found.stream().map(r -> r.start().id()).toList()));
    }
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                UserFault.of(
                    id.map(i -> "no run begins with '" + i + "'").orElse("nothing ran yet")
                        + "; 'footfall runs' lists them"));
  }

  /** Refuses a project in which nothing ran, before anything is made in it. */
  static void requireHistory(Session session, StoreConfig config) {
    if (!OpenStore.isThere(session, config)) {
      throw UserFault.of(
          "nothing ran yet in this project; 'footfall run NAME' runs an orchestration");
    }
  }
}
