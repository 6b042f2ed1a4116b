package dev.footfall.destinations.tradedesk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a body: Base64 of HMAC-SHA1 over its exact bytes. */
final class BodySignature {
  private static final String ALGORITHM = "HmacSHA1";

  private BodySignature() {}

  /** The signature, or three asterisks where there is no secret. */
  static String of(List<byte[]> body, Optional<String> secret) {
    if (secret.filter(s -> !s.isEmpty()).isEmpty()) {
      return "***";
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.get().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      body.forEach(mac::update);
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException cannotBe) {
      throw new IllegalStateException("every Java platform has HMAC-SHA1", cannotBe);
    }
  }
}
