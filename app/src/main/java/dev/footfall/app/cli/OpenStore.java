package dev.footfall.app.cli;

import dev.footfall.app.config.ConfigText;
import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.fault.FullDisk;
import dev.footfall.app.fault.UserFault;
import dev.footfall.core.credential.Secret;
import dev.footfall.store.Store;
import dev.footfall.store.StoreSettings;
import dev.footfall.store.postgres.PostgresPlace;
import dev.footfall.store.secret.InstallationSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens what a project remembers. */
final class OpenStore {
  private static final String FOLDER = ".footfall";

  private OpenStore() {}

  /**
   * The store of the session's project; made when it is missing.
   *
   * @throws dev.footfall.store.sql.StoreFault when the shared one cannot be used
   */
  static Store of(Session session, StoreConfig config) {
    return config instanceof StoreConfig.Postgres shared
        ? Store.open(
            place(session, shared), secret(session, shared), settings(shared), session.clock())
        : embedded(session, settings(config));
  }

  private static StoreSettings settings(StoreConfig config) {
    return config.retention().settings();
  }

  private static Store embedded(Session session, StoreSettings settings) {
    Path folder = session.root().resolve(FOLDER);
    try {
      return Store.open(folder, settings, session.clock());
    } catch (IOException unusable) {
      if (FullDisk.caused(unusable)) {
        throw UserFault.stopped(FullDisk.line("cannot write to " + session.shown(folder)));
      }
      throw UserFault.of(
          "cannot use "
              + session.shown(folder)
              + "; check that you may write there and that the disk has room");
    }
  }

  /** Whether the project remembers anything; makes nothing. */
  static boolean isThere(Session session, StoreConfig config) {
    return config instanceof StoreConfig.Postgres shared
        ? Store.isThere(place(session, shared), secret(session, shared))
        : Files.isDirectory(session.root().resolve(FOLDER));
  }

  private static PostgresPlace place(Session session, StoreConfig.Postgres config) {
    return new PostgresPlace(
        resolved(session, config.url()).reveal(),
        resolved(session, config.user()).reveal(),
        config.password().map(text -> resolved(session, text)).orElse(Secret.of("")),
        config.schema().map(text -> resolved(session, text).reveal()).orElse(PostgresPlace.SCHEMA));
  }

  private static InstallationSecret secret(Session session, StoreConfig.Postgres config) {
    try {
      return InstallationSecret.of(resolved(session, config.secret()));
    } catch (IllegalArgumentException malformed) {
      throw UserFault.of(
          Failures.place(config.secret().place())
              + ": 'secret' of store must be 64 hexadecimal digits; make one with"
              + " 'openssl rand -hex 32', and give it to every machine");
    }
  }

  private static Secret resolved(Session session, ConfigText text) {
    return text.resolve(session.surroundings());
  }
}
