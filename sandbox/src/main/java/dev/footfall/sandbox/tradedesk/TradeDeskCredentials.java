package dev.footfall.sandbox.tradedesk;

import dev.footfall.sandbox.platform.Accounts;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.TokenState;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who may send: by token, or by a signature over the body's exact bytes. */
final class TradeDeskCredentials {
  static final String PROVIDER = "acmeoffline";
  static final String PROVIDER_SECRET = "sandbox-tradedesk-provider-secret";
  static final String ADVERTISER_SECRET = "sandbox-tradedesk-advertiser-secret";

  /** Documented tokens and tracking tags. */
  static final Accounts DOCUMENTED =
      new Accounts(
          Map.of(
              "sandbox-tradedesk-token",
              TokenState.GOOD,
              "sandbox-tradedesk-token-expired",
              TokenState.EXPIRED,
              "sandbox-tradedesk-token-revoked",
              TokenState.REVOKED,
              "sandbox-tradedesk-token-no-permission",
              TokenState.WITHOUT_PERMISSION,
              ADVERTISER_SECRET,
              TokenState.GOOD,
              PROVIDER_SECRET,
              TokenState.GOOD),
          Set.of("tag0001", "tag0002"));

  private final Accounts accounts;

  TradeDeskCredentials(Accounts more) {
    this.accounts = DOCUMENTED.and(more);
  }

  Set<String> tags() {
    return accounts.targets();
  }

  /** What is to be thought of the sender; GOOD when every header that it used is right. */
  TokenState judge(Call call) {
    String token = call.header("TTD-Auth");
    String signature = call.header("TtdSignature");
    String second = call.header("TtdSignature-dp");
    if (token.isEmpty() && signature.isEmpty()) {
      return TokenState.UNKNOWN;
    } else if (!second.isEmpty() && !signs(second, PROVIDER_SECRET, call.body())) {
      return TokenState.UNKNOWN;
    } else if (!signature.isEmpty()) {
      return isSigned(signature, call.body()) ? TokenState.GOOD : TokenState.UNKNOWN;
    }
    boolean secret = token.equals(ADVERTISER_SECRET) || token.equals(PROVIDER_SECRET);
    return secret ? TokenState.UNKNOWN : accounts.tokens().getOrDefault(token, TokenState.UNKNOWN);
  }

  private boolean isSigned(String signature, byte[] body) {
    Set<String> secrets = new HashSet<>(accounts.tokens().keySet());
    secrets.removeIf(
        one ->
            one.startsWith("sandbox-tradedesk-token")
                || accounts.tokens().get(one) != TokenState.GOOD);
    return secrets.stream().anyMatch(secret -> signs(signature, secret, body));
  }

  private static boolean signs(String signature, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] right = Base64.getEncoder().encode(mac.doFinal(body));
      return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
