package dev.footfall.sandbox.klaviyo;

import dev.footfall.sandbox.platform.Accounts;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Consents;
import dev.footfall.sandbox.platform.TokenState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Which keys and tokens this double knows; issues and rotates OAuth tokens. */
final class KlaviyoTokens {
  static final String CLIENT_ID = "sandbox-klaviyo-client";
  static final String CLIENT_SECRET = "sandbox-klaviyo-client-secret";
  static final String REFRESH_TOKEN = "sandbox-klaviyo-refresh-token";
  static final Duration ACCESS = Duration.ofHours(1);
  private static final String KEY = "Klaviyo-API-Key ";

  /** Documented accounts. */
  static final Accounts DOCUMENTED =
      new Accounts(
          Map.of(
              "pk_sandbox-klaviyo-key", TokenState.GOOD,
              "sandbox-klaviyo-key", TokenState.GOOD,
              "sandbox-klaviyo-key-deleted", TokenState.REVOKED,
              "sandbox-klaviyo-key-no-permission", TokenState.WITHOUT_PERMISSION,
              "sandbox-klaviyo-key-write-only", TokenState.EVENTS_ONLY,
              "sandbox-klaviyo-token", TokenState.GOOD,
              "sandbox-klaviyo-token-expired", TokenState.EXPIRED),
          Set.of());

  private final Accounts accounts;
  private final Map<String, Instant> issued = new ConcurrentHashMap<>();
  private final Set<String> refresh = ConcurrentHashMap.newKeySet();
  private final Consents consents = new Consents("sandbox-klaviyo-code", "code");
  private final AtomicLong serial = new AtomicLong();

  KlaviyoTokens(Accounts more) {
    this.accounts = DOCUMENTED.and(more);
    refresh.add(REFRESH_TOKEN);
  }

  /** A pair of tokens just issued. */
  record Pair(String accessToken, String refreshToken) {}

  TokenState state(Call call) {
    String header = call.header("Authorization");
    boolean key = header.startsWith(KEY);
    String token = key ? header.substring(KEY.length()) : call.bearer();
    if (token.startsWith("sandbox-klaviyo-token") == key && !token.isEmpty()) {
      return TokenState.UNKNOWN;
    }
    Instant until = issued.get(token);
    if (until != null) {
      return call.now().isBefore(until) ? TokenState.GOOD : TokenState.EXPIRED;
    }
    return accounts.tokens().getOrDefault(token, TokenState.UNKNOWN);
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
    Pair pair =
        new Pair("sandbox-klaviyo-token-" + number, "sandbox-klaviyo-refresh-token-" + number);
    issued.put(pair.accessToken(), now.plus(ACCESS));
    refresh.add(pair.refreshToken());
    return pair;
  }

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
