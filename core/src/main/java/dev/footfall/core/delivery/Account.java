package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;

/** The credential in use, and its renewal. Safe for many threads. */
public interface Account {
  /** The credential now. */
  CredentialValues credential();

  /**
   * Renews the credential, once however many threads ask.
   *
   * @param refused the credential that the platform refused
   * @return whether there is now another one to try
   */
  boolean renew(CredentialValues refused) throws InterruptedException;

  /** An account that cannot be renewed. */
  static Account fixed(CredentialValues credential) {
    return new Account() {
      @Override
      public CredentialValues credential() {
        return credential;
      }

      @Override
      public boolean renew(CredentialValues refused) {
        return false;
      }
    };
  }
}
