package dev.footfall.sandbox.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The page on which a person lets an app in. Nobody needs to press anything: whoever opens it
 * rightly has agreed, and is sent back with a code. A code works once and for ten minutes, for the
 * address and the PKCE challenge (RFC 7636) that it was asked for with. Safe for many threads.
 */
public final class Consents {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private final String prefix;
  private final String parameter;
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();
  private final AtomicLong serial = new AtomicLong();

  /** What a code was asked for with. */
  private record Asked(String redirectUri, String challenge, Set<String> scopes, Instant until) {}

  /**
   * What is brought back with a code.
   *
   * @param redirectUri empty where the platform does not ask for it again
   * @param verifier empty for none
   */
  public record Brought(String code, Optional<String> redirectUri, String verifier) {}

  /**
   * Codes of one platform.
   *
   * @param prefix how they begin
   * @param parameter how they are called in the address
   */
  public Consents(String prefix, String parameter) {
    this.prefix = prefix;
    this.parameter = parameter;
  }

  /** Sends the person back with a code for these scopes, or without when they said no. */
  public Optional<Reply> agree(Call call, Set<String> scopes) {
    String back = call.parameter("redirect_uri");
    String challenge = call.parameter("code_challenge");
    boolean isProvable =
        challenge.isEmpty()
            || (call.parameter("code_challenge_method").equals("S256")
                && CHALLENGE.matcher(challenge).matches());
    if (call.parameter("state").isEmpty() || !isAddress(back) || !isProvable) {
      return Optional.empty();
    }
    String answer = "error=access_denied";
    if (call.injected(InjectionKind.DENY).isEmpty()) {
      String code = prefix + "-" + serial.incrementAndGet();
      asked.put(code, new Asked(back, challenge, Set.copyOf(scopes), call.now().plus(LIFE)));
      answer = parameter + "=" + code;
    }
    String location =
        back
            + (back.contains("?") ? "&" : "?")
            + answer
            + "&state="
            + URLEncoder.encode(call.parameter("state"), StandardCharsets.UTF_8);
    return Optional.of(Reply.of(302, "text/plain", "").with("Location", location));
  }

  private static boolean isAddress(String uri) {
    try {
      URI address = URI.create(uri);
      boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      return isWeb && address.getHost() != null && address.getFragment() == null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** The scopes of a code, which is then used up; empty when it is not good. */
  public Optional<Set<String>> redeem(Brought brought, Instant now) {
    return Optional.ofNullable(asked.remove(brought.code()))
        .filter(one -> now.isBefore(one.until()))
        .filter(one -> brought.redirectUri().map(one.redirectUri()::equals).orElse(true))
        .filter(one -> isProven(one.challenge(), brought.verifier()))
        .map(Asked::scopes);
  }

  private static boolean isProven(String challenge, String verifier) {
    if (challenge.isEmpty()) {
      return verifier.isEmpty();
    }
    return VERIFIER.matcher(verifier).matches() && challenge.equals(digest(verifier));
  }

  private static String digest(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets all codes. */
  public void reset() {
    asked.clear();
  }
}
