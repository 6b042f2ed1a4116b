package dev.footfall.app.config;

import java.util.List;
import java.util.Optional;

/** Where the project remembers its runs and what was delivered. */
public sealed interface StoreConfig {
  /** The types there are. */
  List<String> TYPES = List.of("embedded", "postgres");

  /** How long it remembers. */
  default Retention retention() {
    return Retention.DEFAULT;
  }

  /**
   * Files below the project's folder.
   *
   * @param secret the installation's, unless it is kept among those files
   * @param tokenKeys what tokens are sealed under, unless it is kept among those files
   * @param retention how long it remembers
   */
  record Embedded(Optional<ConfigText> secret, Optional<ConfigText> tokenKeys, Retention retention)
      implements StoreConfig {
    /** All secrets are kept among the files. */
    public Embedded(Retention retention) {
      this(Optional.empty(), Optional.empty(), retention);
    }

    /** With the usual times, too. */
    public Embedded() {
      this(Retention.DEFAULT);
    }
  }

  /**
   * A PostgreSQL database that several machines share.
   *
   * @param place where it stands in the file
   * @param secret the installation's, the same on all machines
   * @param tokenKeys what tokens are sealed under, unless the secret is to give it
   */
  record Postgres(
      Place place,
      ConfigText url,
      ConfigText user,
      Optional<ConfigText> password,
      Optional<ConfigText> schema,
      ConfigText secret,
      Optional<ConfigText> tokenKeys,
      Retention retention)
      implements StoreConfig {}

  /** Nobody can tell from the file; nothing may be looked up or sent. */
  record Unclear() implements StoreConfig {}
}
