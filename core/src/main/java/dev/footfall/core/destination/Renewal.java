package dev.footfall.core.destination;

import dev.footfall.core.credential.CredentialValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Renews a credential's token: one call, and how to read its answer. Pure. */
public interface Renewal {
  /** The call that asks for a new token. */
  HttpCall call();

  /**
   * What the answer means.
   *
   * @param now the time from which lifetimes in the answer count
   */
  Result read(HttpAnswer answer, Instant now);

  /** What became of it. */
  sealed interface Result {
    /** There is a credential with another token. */
    record Renewed(CredentialValues credential) implements Result {}

    /**
     * Nobody said no: the platform is in trouble, or throttles.
     *
     * @param after when to ask again, where the platform says so
     */
    record TryAgain(Optional<Duration> after, String words) implements Result {}

    /**
     * The platform says no; asking again changes nothing.
     *
     * @param code such as CREDENTIALS_REJECTED or BAD_CLIENT
     */
    record Refused(Code code, String words) implements Result {}

    /** The credential of an answer that grants one; an answer without token says nothing. */
    static Result granted(Optional<CredentialValues> fresh) {
      return fresh
          .<Result>map(Renewed::new)
          .orElseGet(
              () -> new TryAgain(Optional.empty(), "the answer to the renewal holds no token"));
    }
  }
}
