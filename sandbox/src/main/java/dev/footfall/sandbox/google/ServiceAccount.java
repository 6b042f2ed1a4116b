package dev.footfall.sandbox.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * A service account whose key pair is made anew for every sandbox, so that none lies about in a
 * repository.
 */
final class ServiceAccount {
  private static final String EMAIL = "sandbox@footfall-sandbox.iam.gserviceaccount.com";
  private static final String KEY_ID = "sandbox-key-1";
  private static final String AUDIENCE = "https://oauth2.googleapis.com/token";
  private static final int BITS = 2048;
  private static final int LONGEST = 3600;
  private static final int SKEW = 300;

  private Optional<KeyPair> pair = Optional.empty();

  /** The key file as Google's console would give it out. */
  JsonNode file() {
    Base64.Encoder pem = Base64.getMimeEncoder(64, new byte[] {'\n'});
    String key = pem.encodeToString(pair().getPrivate().getEncoded());
    return Json.object(
        "type",
        "service_account",
        "project_id",
        "footfall-sandbox",
        "private_key_id",
        KEY_ID,
        "private_key",
        "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n",
        "client_email",
        EMAIL,
        "client_id",
        "100000000000000000001",
        "token_uri",
        AUDIENCE);
  }

  /** The scopes that an assertion asks for; empty when it is not to be believed. */
  Optional<Set<String>> scopes(String assertion, Instant now) {
    String[] parts = assertion.split("\\.", -1);
    if (parts.length != 3 || !isSigned(parts)) {
      return Optional.empty();
    }
    JsonNode header = part(parts[0]);
    JsonNode claims = part(parts[1]);
    long issued = claims.path("iat").asLong();
    long ends = claims.path("exp").asLong();
    long second = now.getEpochSecond();
    boolean good =
        Json.text(header, "alg").equals("RS256")
            && Json.text(claims, "iss").equals(EMAIL)
            && (Json.text(claims, "aud").equals(AUDIENCE)
                || Json.text(claims, "aud").endsWith("/google/token"))
            && ends - issued <= LONGEST
            && issued <= second + SKEW
            && ends > second;
    return good
        ? Optional.of(Set.copyOf(Arrays.asList(Json.text(claims, "scope").split(" "))))
        : Optional.empty();
  }

  private boolean isSigned(String[] parts) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(pair().getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static JsonNode part(String text) {
    try {
      return Json.read(Base64.getUrlDecoder().decode(text)).orElseGet(Json::object);
    } catch (IllegalArgumentException e) {
      return Json.object();
    }
  }

  private synchronized KeyPair pair() {
    if (pair.isEmpty()) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        pair = Optional.of(generator.generateKeyPair());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
    return pair.get();
  }
}
