package dev.footfall.app.cli;

import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.config.UnresolvedReference;
import dev.footfall.app.fault.UserFault;
import dev.footfall.store.sql.StoreFault;
import java.util.List;

/** Whether a project's store can be used, and its secrets be had; makes nothing in it. */
record StoreCheck(Session session, StoreConfig config) {
  /** What keeps it from being used: nothing, or one line. */
  List<String> errors() {
    try {
      OpenStore.secrets(session, config);
      OpenStore.isThere(session, config); // should it not be, the first run makes it
      return List.of();
    } catch (StoreFault unusable) {
      return List.of(where() + unusable.getMessage());
    } catch (UnresolvedReference missing) {
      return List.of(Failures.place(missing.place()) + ": " + missing.getMessage());
    } catch (UserFault wrong) {
      return wrong.lines();
    }
  }

  private String where() {
    return config instanceof StoreConfig.Postgres shared
        ? Failures.place(shared.place()) + ": "
        : "";
  }
}
