package dev.footfall.destinations.google;

import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** A service account's claim to a token, as a JSON web token (RFC 7523) signed with RS256. */
record SignedClaim(String claims) {
  private static final long LIFE = 3600;
  private static final String AUDIENCE = "https://oauth2.googleapis.com/token";
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

  /** A claim of one hour. */
  static SignedClaim of(String account, String scope, Instant now) {
    JsonBytes json = new JsonBytes().beginObject();
    json.key(JsonBytes.key("iss")).text(account);
    json.key(JsonBytes.key("scope")).text(scope);
    json.key(JsonBytes.key("aud")).text(AUDIENCE);
    json.key(JsonBytes.key("iat")).number(now.getEpochSecond());
    json.key(JsonBytes.key("exp")).number(now.getEpochSecond() + LIFE);
    return new SignedClaim(new String(json.endObject().toBytes(), StandardCharsets.UTF_8));
  }

  /** The token; without signature when the key cannot be used, so that Google refuses it. */
  String signedWith(String privateKey) {
    String text = encoded(Text.utf8(HEADER)) + "." + encoded(Text.utf8(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key(privateKey));
      signature.update(Text.utf8(text));
      return text + "." + encoded(signature.sign());
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      return text + ".";
    }
  }

  private static PrivateKey key(String pem) throws GeneralSecurityException {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
