package dev.footfall.sandbox.tiktok;

import dev.footfall.sandbox.platform.Accounts;
import dev.footfall.sandbox.platform.Consents;
import dev.footfall.sandbox.platform.TokenState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which tokens, codes and event sets this double knows; issues and rotates tokens. Safe for many
 * threads.
 */
final class TikTokTokens {
  static final String APP_ID = "7100000000000000001";
  static final String APP_SECRET = "sandbox-tiktok-app-secret";
  static final String AUTH_CODE = "sandbox-tiktok-auth-code";
  static final String REFRESH_TOKEN = "sandbox-tiktok-refresh-token";
  static final String ADVERTISER = "7654321098765432100";
  static final Duration ACCESS = Duration.ofDays(1);
  static final Duration REFRESH = Duration.ofDays(365);

  /** Documented accounts. */
  static final Accounts DOCUMENTED =
      new Accounts(
          Map.of(
              "sandbox-tiktok-token", TokenState.GOOD,
              "sandbox-tiktok-token-expired", TokenState.EXPIRED,
              "sandbox-tiktok-token-revoked", TokenState.REVOKED,
              "sandbox-tiktok-token-read-only", TokenState.WITHOUT_PERMISSION,
              "sandbox-tiktok-token-events-only", TokenState.EVENTS_ONLY),
          Set.of("7654321098765432109", "7654321098765432110"));

  private final Accounts accounts;
  private final Map<String, Instant> access = new ConcurrentHashMap<>();
  private final Map<String, Instant> refresh = new ConcurrentHashMap<>();
  private final Set<String> spent = ConcurrentHashMap.newKeySet();
  private final Consents consents = new Consents("sandbox-tiktok-consent", "auth_code");
  private final AtomicLong serial = new AtomicLong();

  /** A pair of tokens just issued. */
  record Pair(String accessToken, String refreshToken) {}

  TikTokTokens(Accounts more) {
    this.accounts = DOCUMENTED.and(more);
  }

  TokenState state(String token, Instant now) {
    Instant until = access.get(token);
    if (until != null) {
      return now.isBefore(until) ? TokenState.GOOD : TokenState.EXPIRED;
    }
    return accounts.tokens().getOrDefault(token, TokenState.UNKNOWN);
  }

  Set<String> eventSets() {
    return accounts.targets();
  }

  /**
   * Whether a code is good; it is then used up. Every text that starts with the documented one is a
   * code.
   */
  boolean redeem(String code, Instant now) {
    return consents.redeem(new Consents.Brought(code, Optional.empty(), ""), now).isPresent()
        || (code.startsWith(AUTH_CODE) && spent.add(code));
  }

  /** Codes of people who agreed. */
  Consents consents() {
    return consents;
  }

  /** Whether a refresh token is good; it is then dead, for a new one takes its place. */
  boolean rotate(String token, Instant now) {
    Instant until = refresh.get(token);
    boolean known = token.equals(REFRESH_TOKEN) || (until != null && now.isBefore(until));
    return known && spent.add(token);
  }

  Pair issue(Instant now) {
    long number = serial.incrementAndGet();
    Pair pair = new Pair("sandbox-tiktok-access-" + number, "sandbox-tiktok-refresh-" + number);
    access.put(pair.accessToken(), now.plus(ACCESS));
    refresh.put(pair.refreshToken(), now.plus(REFRESH));
    return pair;
  }

  void reset() {
    access.clear();
    refresh.clear();
    spent.clear();
    consents.reset();
  }
}
