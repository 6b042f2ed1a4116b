package dev.footfall.core.destination;

import dev.footfall.core.credential.CredentialValues;
import java.time.Instant;
import java.util.Optional;

/** Renews a credential's token: one call, and how to read its answer. Pure. */
public interface Renewal {
  /** The call that asks for a new token. */
  HttpCall call();

  /**
   * The renewed credential; empty when the platform refused.
   *
   * @param now the time from which lifetimes in the answer count
   */
  Optional<CredentialValues> read(HttpAnswer answer, Instant now);
}
