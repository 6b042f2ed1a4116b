package dev.footfall.sandbox.google;

import dev.footfall.sandbox.platform.Accounts;
import dev.footfall.sandbox.platform.Consents;
import dev.footfall.sandbox.platform.TokenState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Which tokens and codes this double knows; issues access tokens. Safe for many threads. */
final class GoogleTokens {
  static final String CLIENT_ID = "sandbox-google-client-id";
  static final String CLIENT_SECRET = "sandbox-google-client-secret";
  static final String REFRESH = "sandbox-google-refresh-token";
  static final String CODE = "sandbox-google-code";

  /** Stands among scopes for access while the person is away. */
  static final String OFFLINE = "offline";

  static final Duration LIFE = Duration.ofSeconds(3599);
  static final Set<String> BOTH = Set.of(Grant.ADS, Grant.DATA_MANAGER);
  private static final int MOST_ISSUED = 10_000;

  /** Documented access tokens. */
  static final Accounts DOCUMENTED =
      new Accounts(
          Map.of(
              "sandbox-google-token", TokenState.GOOD,
              "sandbox-google-token-expired", TokenState.EXPIRED,
              "sandbox-google-token-revoked", TokenState.REVOKED,
              "sandbox-google-token-no-permission", TokenState.WITHOUT_PERMISSION,
              "sandbox-google-token-terms", TokenState.TERMS_NOT_ACCEPTED),
          Set.of());

  private static final Map<String, Set<String>> REFRESHES =
      Map.of(
          REFRESH,
          BOTH,
          REFRESH + "-ads-only",
          Set.of(Grant.ADS),
          REFRESH + "-data-manager-only",
          Set.of(Grant.DATA_MANAGER));

  private final Accounts accounts;
  private final Map<String, Grant> issued =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Grant> eldest) {
          return size() > MOST_ISSUED;
        }
      };
  private final Set<String> spent = ConcurrentHashMap.newKeySet();
  private final Consents consents = new Consents("sandbox-google-consent", "code");
  private final AtomicLong serial = new AtomicLong();

  GoogleTokens(Accounts more) {
    this.accounts = DOCUMENTED.and(more);
  }

  /** Conversion actions beside the documented ones. */
  Set<String> actions() {
    return accounts.targets();
  }

  Grant grant(String token) {
    synchronized (issued) {
      return Optional.ofNullable(issued.get(token))
          .orElseGet(
              () ->
                  new Grant(
                      accounts.tokens().getOrDefault(token, TokenState.UNKNOWN),
                      BOTH,
                      Instant.MAX));
    }
  }

  /** What a refresh token allows; empty when it is not good. */
  Optional<Set<String>> scopes(String refreshToken) {
    return Optional.ofNullable(REFRESHES.get(refreshToken));
  }

  /**
   * The scopes of a good code, which is then used up. Every text that starts with the documented
   * one is good.
   */
  Optional<Set<String>> redeem(String code, String redirectUri, Instant now) {
    return consents
        .redeem(new Consents.Brought(code, Optional.of(redirectUri), ""), now)
        .or(
            () ->
                code.startsWith(CODE) && spent.add(code)
                    ? Optional.of(Set.of(Grant.ADS, Grant.DATA_MANAGER, OFFLINE))
                    : Optional.empty());
  }

  /** The documented refresh token for these scopes. */
  static String refresh(Set<String> scopes) {
    return REFRESHES.entrySet().stream()
        .filter(one -> one.getValue().equals(scopes))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(REFRESH);
  }

  /** Codes of people who agreed. */
  Consents consents() {
    return consents;
  }

  String issue(Set<String> scopes, Instant now) {
    String token = "sandbox-google-access-" + serial.incrementAndGet();
    synchronized (issued) {
      issued.put(token, new Grant(TokenState.GOOD, scopes, now.plus(LIFE)));
    }
    return token;
  }

  void reset() {
    synchronized (issued) {
      issued.clear();
    }
    spent.clear();
    consents.reset();
  }
}
