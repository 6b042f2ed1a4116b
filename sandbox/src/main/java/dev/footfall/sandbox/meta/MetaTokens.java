package dev.footfall.sandbox.meta;

import dev.footfall.sandbox.platform.Accounts;
import dev.footfall.sandbox.platform.Consents;
import dev.footfall.sandbox.platform.TokenState;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Which tokens, codes and datasets this double knows; issues new tokens. Safe for many threads. */
final class MetaTokens {
  static final String APP_ID = "1000000000000001";
  static final String APP_SECRET = "sandbox-meta-app-secret";
  static final String CODE = "sandbox-meta-code";
  static final String NOT_CONSOLIDATED = "1234567891";

  /** Documented accounts. */
  static final Accounts DOCUMENTED =
      new Accounts(
          Map.of(
              "sandbox-meta-token", TokenState.GOOD,
              "sandbox-meta-token-expired", TokenState.EXPIRED,
              "sandbox-meta-token-revoked", TokenState.REVOKED,
              "sandbox-meta-token-no-permission", TokenState.WITHOUT_PERMISSION,
              "sandbox-meta-token-terms", TokenState.TERMS_NOT_ACCEPTED),
          Set.of("1234567890", NOT_CONSOLIDATED));

  /** How long a token made from a code lives. */
  static final Duration SHORT = Duration.ofMinutes(90);

  /** How long an exchanged token lives. */
  static final Duration LONG = Duration.ofSeconds(5_183_944);

  private final Accounts accounts;
  private final Map<String, Instant> issued = new ConcurrentHashMap<>();
  private final Set<String> usedCodes = ConcurrentHashMap.newKeySet();
  private final Consents consents = new Consents("sandbox-meta-consent", "code");
  private final AtomicLong serial = new AtomicLong();

  MetaTokens(Accounts more) {
    this.accounts = DOCUMENTED.and(more);
  }

  TokenState state(String token, Instant now) {
    Instant until = issued.get(token);
    if (until != null) {
      return now.isBefore(until) ? TokenState.GOOD : TokenState.EXPIRED;
    }
    return accounts.tokens().getOrDefault(token, TokenState.UNKNOWN);
  }

  /** When an issued token ends, in Unix seconds; 0 for one that never does. */
  long expiry(String token) {
    Instant until = issued.get(token);
    return until == null ? 0 : until.getEpochSecond();
  }

  boolean knowsDataset(String dataset) {
    return accounts.targets().contains(dataset);
  }

  boolean isApp(String id, String secret) {
    return id.equals(APP_ID) && secret.equals(APP_SECRET);
  }

  /**
   * Whether a code is good; it is then used up. Every text that starts with the documented one is a
   * code.
   */
  boolean redeem(String code, String redirectUri, Instant now) {
    Consents.Brought brought = new Consents.Brought(code, Optional.of(redirectUri), "");
    return consents.redeem(brought, now).isPresent()
        || (code.startsWith(CODE) && usedCodes.add(code));
  }

  /** Codes of people who agreed. */
  Consents consents() {
    return consents;
  }

  String issue(Instant now, Duration life) {
    String token = "sandbox-meta-issued-" + serial.incrementAndGet();
    issued.put(token, now.plus(life));
    return token;
  }

  /** Whether a proof is the right one for a token. */
  static boolean proves(String proof, String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)))
          .equals(proof);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  void reset() {
    issued.clear();
    usedCodes.clear();
    consents.reset();
  }
}
