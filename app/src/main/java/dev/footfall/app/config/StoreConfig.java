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

  /** Files below the project's folder. */
  record Embedded(Retention retention) implements StoreConfig {
    /** With the usual times. */
    public Embedded() {
      this(Retention.DEFAULT);
    }
  }

  /**
   * A PostgreSQL database that several machines share.
   *
   * @param place where it stands in the file
   * @param secret the installation's, the same on all machines
   */
  record Postgres(
      Place place,
      ConfigText url,
      ConfigText user,
      Optional<ConfigText> password,
      Optional<ConfigText> schema,
      ConfigText secret,
      Retention retention)
      implements StoreConfig {}

  /** Nobody can tell from the file; nothing may be looked up or sent. */
  record Unclear() implements StoreConfig {}
}
