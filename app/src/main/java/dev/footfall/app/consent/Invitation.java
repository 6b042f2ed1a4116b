package dev.footfall.app.consent;

import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.PlatformWords;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * One request for a person's consent: the address to open, and how the answer to it is told from
 * others. The first right answer uses it up. Safe for many threads.
 */
public final class Invitation {
  private static final int BYTES = 32;

  private final Authorisation authorisation;
  private final String redirectUri;
  private final String state;
  private final String verifier;
  private boolean used;

  private Invitation(
      Authorisation authorisation, String redirectUri, String state, String verifier) {
    this.authorisation = authorisation;
    this.redirectUri = redirectUri;
    this.state = state;
    this.verifier = verifier;
  }

  /** An invitation whose answer comes to an address. */
  public static Invitation to(
      Authorisation authorisation, String redirectUri, RandomGenerator random) {
    return new Invitation(authorisation, redirectUri, secret(random), secret(random));
  }

  /** 256 random bits: 43 characters, as PKCE wants them at least (RFC 7636, 4.1). */
  private static String secret(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The address to open in a browser. */
  public String url() {
    return authorisation.url(redirectUri, state, challenge());
  }

  private String challenge() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return base64(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Where the answer comes to. */
  public String redirectUri() {
    return redirectUri;
  }

  /** What came back. */
  public sealed interface Answer {
    /** The person agreed. */
    record Consented(Authorisation.Consent consent) implements Answer {}

    /** The person, or the platform, said no. */
    record Refused(String words) implements Answer {}

    /** Nothing that answers this invitation. */
    record Foreign() implements Answer {}
  }

  /**
   * What an address says that a browser was sent to.
   *
   * @param address whole, or from its question mark on
   */
  public synchronized Answer read(String address) {
    Map<String, String> parameters = parameters(address);
    String code = parameters.getOrDefault(authorisation.codeName(), "");
    String error = parameters.getOrDefault("error", "");
    if (used || !isOurs(parameters.getOrDefault("state", "")) || (code + error).isBlank()) {
      return new Answer.Foreign();
    }
    used = true;
    return error.isEmpty()
        ? new Answer.Consented(new Authorisation.Consent(code, redirectUri, verifier))
        : new Answer.Refused(
            PlatformWords.of(error + " " + parameters.getOrDefault("error_description", "")));
  }

  private boolean isOurs(String other) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> parameters(String address) {
    Map<String, String> parameters = new HashMap<>();
    String query = address.substring(address.indexOf('?') + 1).split("#", 2)[0];
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        parameters.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "Invitation, to be answered at " + redirectUri;
  }
}
