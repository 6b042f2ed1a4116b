package dev.footfall.app.cli;

import dev.footfall.app.fault.UserFault;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens what a project remembers. */
final class OpenStore {
  private static final String FOLDER = ".footfall";

  private OpenStore() {}

  /** The store of the session's project; made when it is missing. */
  static Store of(Session session) {
    Path folder = session.root().resolve(FOLDER);
    try {
      return Store.open(folder);
    } catch (IOException unusable) {
      throw UserFault.of(
          "cannot use "
              + session.shown(folder)
              + "; check that you may write there and that the disk has room");
    }
  }

  /** Whether the project remembers anything. */
  static boolean isThere(Session session) {
    return Files.isDirectory(session.root().resolve(FOLDER));
  }
}
