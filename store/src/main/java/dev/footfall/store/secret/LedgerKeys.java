package dev.footfall.store.secret;

import dev.footfall.core.ledger.KeyDigest;
import java.io.IOException;
import java.nio.file.Path;

/** Makes ledger keys under the installation's secret. Safe for several threads. */
public final class LedgerKeys {
  private final InstallationSecret secret;

  /** Keys under this secret. */
  public LedgerKeys(InstallationSecret secret) {
    this.secret = secret;
  }

  /** Keys under the secret in this file, which is made at first use. */
  public static LedgerKeys open(Path secretFile) throws IOException {
    return new LedgerKeys(InstallationSecret.open(secretFile));
  }

  /**
   * A digest for one thread.
   *
   * @param purpose what the keys identify, such as a ledger scope; the same parts under another
   *     purpose give an unrelated key
   */
  public KeyDigest digest(String purpose) {
    return new HmacDigest(secret.derive("footfall ledger keys 1: " + purpose));
  }
}
