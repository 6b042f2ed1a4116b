package dev.footfall.app.cli;

import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.fault.UserFault;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the run that a person means. */
final class FoundRun {
  private static final int SOME = 5;

  private FoundRun() {}

  /** The run whose id begins so, or the latest. */
  static RecordedRun of(Optional<String> id, Store store) {
    List<RecordedRun> found = id.map(store.runs()::find).orElseGet(() -> store.runs().latest(1));
    if (found.size() > 1) {
      String some =
          found.stream().limit(SOME).map(r -> r.start().id()).collect(Collectors.joining(", "));
      throw UserFault.of(
          "several runs begin with '"
              + id.orElse("")
              + "': "
              + some
              + (found.size() > SOME ? " and others" : "")
              + "; give more of the one that you mean");
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
