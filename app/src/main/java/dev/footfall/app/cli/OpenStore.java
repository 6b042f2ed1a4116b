package dev.footfall.app.cli;

import dev.footfall.app.config.ConfigText;
import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.fault.DiskFault;
import dev.footfall.app.fault.UserFault;
import dev.footfall.core.credential.Secret;
import dev.footfall.store.Store;
import dev.footfall.store.StoreSecrets;
import dev.footfall.store.StoreSettings;
import dev.footfall.store.postgres.PostgresPlace;
import dev.footfall.store.secret.InstallationSecret;
import dev.footfall.store.secret.TokenKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    StoreSecrets secrets = secrets(session, config);
    return config instanceof StoreConfig.Postgres shared
        ? Store.open(place(session, shared), secrets, settings(shared), session.clock())
        : embedded(session, secrets, settings(config));
  }

  private static StoreSettings settings(StoreConfig config) {
    return config.retention().settings();
  }

  /** The store's secrets that the project's file names; opens no store. */
  static StoreSecrets secrets(Session session, StoreConfig config) {
    if (config instanceof StoreConfig.Postgres shared) {
      return secrets(session, Optional.of(shared.secret()), shared.tokenKeys());
    }
    return config instanceof StoreConfig.Embedded own
        ? secrets(session, own.secret(), own.tokenKeys())
        : StoreSecrets.own();
  }

  private static Store embedded(Session session, StoreSecrets secrets, StoreSettings settings) {
    Path folder = session.root().resolve(FOLDER);
    try {
      return Store.open(folder, secrets, settings, session.clock());
    } catch (IOException unusable) {
      if (DiskFault.DISK_FULL.caused(unusable)) {
        throw UserFault.stopped(
            DiskFault.DISK_FULL.line("cannot write to " + session.shown(folder)));
      }
      throw UserFault.of(
          "cannot use "
              + session.shown(folder)
              + "; check that you may write there and that its files are whole, or bring them back"
              + " from a backup");
    }
  }

  /** Whether the project remembers anything; makes nothing. */
  static boolean isThere(Session session, StoreConfig config) {
    return config instanceof StoreConfig.Postgres shared
        ? Store.isThere(place(session, shared), secret(session, shared.secret()))
        : Files.isDirectory(session.root().resolve(FOLDER));
  }

  private static PostgresPlace place(Session session, StoreConfig.Postgres config) {
    return new PostgresPlace(
        resolved(session, config.url()).reveal(),
        resolved(session, config.user()).reveal(),
        config.password().map(text -> resolved(session, text)).orElse(Secret.of("")),
        config.schema().map(text -> resolved(session, text).reveal()).orElse(PostgresPlace.SCHEMA));
  }

  private static StoreSecrets secrets(
      Session session, Optional<ConfigText> secret, Optional<ConfigText> tokenKeys) {
    return new StoreSecrets(
        secret.map(text -> secret(session, text)), tokenKeys.map(text -> tokenKeys(session, text)));
  }

  private static InstallationSecret secret(Session session, ConfigText text) {
    try {
      return InstallationSecret.of(resolved(session, text));
    } catch (IllegalArgumentException malformed) {
      throw UserFault.of(
          Failures.place(text.place())
              + ": 'secret' of store must be 64 hexadecimal digits; make one with"
              + " 'openssl rand -hex 32', and give it to every machine");
    }
  }

  private static TokenKeys tokenKeys(Session session, ConfigText text) {
    try {
      return TokenKeys.of(resolved(session, text));
    } catch (IllegalArgumentException malformed) {
      throw UserFault.of(
          Failures.place(text.place())
              + ": 'token_keys' of store must be keys of 64 hexadecimal digits, the one that seals"
              + " first, parted by commas or line ends; make one with 'openssl rand -hex 32'");
    }
  }

  private static Secret resolved(Session session, ConfigText text) {
    return text.resolve(session.surroundings());
  }
}
