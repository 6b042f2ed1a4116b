package dev.footfall.destinations.meta;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.source.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls to the Graph API, with the token in a header. */
final class MetaCalls {
  private static final String HMAC = "HmacSHA256";
  private static final Set<String> SECRET = Set.of("Authorization");

  private MetaCalls() {}

  /** Headers of a call that bears a token. */
  static Map<String, String> headers(CredentialValues credential) {
    return Map.of(
        "Authorization", "Bearer " + credential.reveal(MetaToken.ACCESS_TOKEN),
        "Content-Type", "application/json; charset=utf-8",
        "Accept", "application/json");
  }

  static Set<String> secretHeaders() {
    return SECRET;
  }

  /** Reads something with the token. */
  static HttpCall get(String url, Map<String, String> query, CredentialValues credential) {
    StringJoiner parts = new StringJoiner("&", "?", "").setEmptyValue("");
    query.forEach((name, value) -> parts.add(name + "=" + encoded(value)));
    proof(credential).ifPresent(proof -> parts.add("appsecret_proof=" + proof));
    return HttpCall.get(
        url + parts,
        Map.of(
            "Authorization",
            "Bearer " + credential.reveal(MetaToken.ACCESS_TOKEN),
            "Accept",
            "application/json"),
        SECRET);
  }

  /** Reads something without a token of its own; Meta takes the app's secret here in the query. */
  static HttpCall getAsApp(String url, Map<String, String> query) {
    StringJoiner parts = new StringJoiner("&", "?", "");
    query.forEach((name, value) -> parts.add(name + "=" + encoded(value)));
    return HttpCall.get(url + parts, Map.of("Accept", "application/json"), Set.of());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Shows that the app's secret is known: HMAC-SHA256 of the token; empty without a secret. */
  static Optional<String> proof(CredentialValues credential) {
    return credential
        .find(MetaToken.APP_SECRET)
        .map(secret -> hmac(secret, credential.reveal(MetaToken.ACCESS_TOKEN)));
  }

  private static String hmac(String secret, String token) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(Text.utf8(secret), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(Text.utf8(token)));
    } catch (GeneralSecurityException cannotBe) {
      throw new IllegalStateException("every Java platform has " + HMAC, cannotBe);
    }
  }
}
