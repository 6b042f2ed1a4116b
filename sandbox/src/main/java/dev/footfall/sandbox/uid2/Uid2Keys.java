package dev.footfall.sandbox.uid2;

import dev.footfall.sandbox.platform.Accounts;
import dev.footfall.sandbox.platform.TokenState;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Which API keys the operator knows; all of them share one client secret. */
final class Uid2Keys {
  /** 32 bytes, 0 to 31. */
  static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  static final String ANY_TIME = "sandbox-uid2-key-any-time";

  /** Documented keys. */
  static final Accounts DOCUMENTED =
      new Accounts(
          Map.of(
              "sandbox-uid2-key",
              TokenState.GOOD,
              "sandbox-euid-key",
              TokenState.GOOD,
              ANY_TIME,
              TokenState.GOOD,
              "sandbox-uid2-key-revoked",
              TokenState.REVOKED,
              "sandbox-uid2-key-no-role",
              TokenState.WITHOUT_PERMISSION),
          Set.of());

  private final Accounts accounts;

  Uid2Keys(Accounts more) {
    this.accounts = DOCUMENTED.and(more);
  }

  TokenState state(String key) {
    return accounts.tokens().getOrDefault(key, TokenState.UNKNOWN);
  }

  /** Hashes whose owners opted out, beside the documented ones. */
  Set<String> optedOut() {
    return accounts.targets();
  }

  static byte[] secret() {
    return Base64.getDecoder().decode(SECRET);
  }

  /** The same person has another id in each. */
  static String scope(String key) {
    return key.startsWith("sandbox-euid") ? "EUID" : "UID2";
  }
}
