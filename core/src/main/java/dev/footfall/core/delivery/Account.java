package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Renewal;
import java.util.Optional;

/** The credential in use, and its renewal. Safe for many threads. */
public interface Account {
  /** The credential now. */
  CredentialValues credential();

  /**
   * Renews the credential, once however many threads ask.
   *
   * @param refused the credential that the platform refused
   * @return what became of it; empty when there is nothing to renew it with
   */
  Optional<Renewal.Result> renew(CredentialValues refused) throws InterruptedException;

  /**
   * Renews a token that is missing or near its end, once however many threads ask.
   *
   * @return what became of it; empty when nothing was due
   */
  default Optional<Renewal.Result> renewEarly() throws InterruptedException {
    return Optional.empty();
  }

  /** An account that cannot be renewed. */
  static Account fixed(CredentialValues credential) {
    return new Account() {
      @Override
      public CredentialValues credential() {
        return credential;
      }

      @Override
      public Optional<Renewal.Result> renew(CredentialValues refused) {
        return Optional.empty();
      }
    };
  }
}
