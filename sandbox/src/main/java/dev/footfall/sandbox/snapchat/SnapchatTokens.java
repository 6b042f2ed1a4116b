package dev.footfall.sandbox.snapchat;

import dev.footfall.sandbox.platform.Accounts;
import dev.footfall.sandbox.platform.Consents;
import dev.footfall.sandbox.platform.TokenState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which tokens and pixels this double knows; issues and rotates OAuth tokens. Safe for many
 * threads.
 */
final class SnapchatTokens {
  static final String CLIENT_ID = "sandbox-snapchat-client";
  static final String CLIENT_SECRET = "sandbox-snapchat-client-secret";
  static final String REFRESH_TOKEN = "sandbox-snapchat-refresh-token";
  static final Duration ACCESS = Duration.ofMinutes(60);

  /** Documented accounts. */
  static final Accounts DOCUMENTED =
      new Accounts(
          Map.of(
              "sandbox-snapchat-token", TokenState.GOOD,
              "sandbox-snapchat-token-expired", TokenState.EXPIRED,
              "sandbox-snapchat-token-revoked", TokenState.REVOKED,
              "sandbox-snapchat-token-no-permission", TokenState.WITHOUT_PERMISSION,
              "sandbox-snapchat-token-terms", TokenState.TERMS_NOT_ACCEPTED),
          Set.of("8f1c0a52-0000-4000-8000-00000000beef"));

  private final Accounts accounts;
  private final Map<String, Instant> issued = new ConcurrentHashMap<>();
  private final Set<String> refresh = ConcurrentHashMap.newKeySet();
  private final Consents consents = new Consents("sandbox-snapchat-code", "code");
  private final AtomicLong serial = new AtomicLong();

  /** A pair of tokens just issued. */
  record Pair(String accessToken, String refreshToken) {}

  SnapchatTokens(Accounts more) {
    this.accounts = DOCUMENTED.and(more);
    refresh.add(REFRESH_TOKEN);
  }

  TokenState state(String token, Instant now) {
    Instant until = issued.get(token);
    if (until != null) {
      return now.isBefore(until) ? TokenState.GOOD : TokenState.EXPIRED;
    }
    return accounts.tokens().getOrDefault(token, TokenState.UNKNOWN);
  }

  boolean knowsPixel(String pixel) {
    return accounts.targets().contains(pixel);
  }

  /** Codes of people who agreed. */
  Consents consents() {
    return consents;
  }

  /** Whether a refresh token is good; it is then dead, for a new one takes its place. */
  boolean rotate(String token) {
    return refresh.remove(token);
  }

  Pair issue(Instant now) {
    long number = serial.incrementAndGet();
    Pair pair = new Pair("sandbox-snapchat-access-" + number, "sandbox-snapchat-refresh-" + number);
    issued.put(pair.accessToken(), now.plus(ACCESS));
    refresh.add(pair.refreshToken());
    return pair;
  }

  /** Ends every access token that was issued. */
  void expireIssued() {
    issued.replaceAll((token, until) -> Instant.EPOCH);
  }

  void reset() {
    issued.clear();
    consents.reset();
    refresh.clear();
    refresh.add(REFRESH_TOKEN);
  }
}
