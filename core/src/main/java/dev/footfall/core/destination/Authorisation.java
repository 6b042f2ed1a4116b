package dev.footfall.core.destination;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * How a person's consent becomes tokens: the platform's page to open, and what is made of the code
 * that comes back from it. Data, and a pure function.
 *
 * @param page address of the consent page, without parameters
 * @param parameters what it is opened with besides {@code redirect_uri}, {@code state} and, where
 *     it is proven, the challenge; in their order
 * @param codeName how the code is called in the address that the person is sent back to
 * @param isProven whether the code is bound to a secret of ours (RFC 7636, S256)
 * @param needs fields that the credential must have before
 * @param exchange makes the request of tokens for a consent
 */
public record Authorisation(
    String page,
    Map<String, String> parameters,
    String codeName,
    boolean isProven,
    List<String> needs,
    Function<Consent, Renewal> exchange) {
  /** Copies the collections, the parameters in their order. */
  public Authorisation {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    needs = List.copyOf(needs);
  }

  /**
   * The address to open.
   *
   * @param redirectUri where the person is sent back to
   * @param state comes back with them
   * @param challenge of the proof; used only where it is proven
   */
  public String url(String redirectUri, String state, String challenge) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("redirect_uri", redirectUri);
    all.put("state", state);
    if (isProven) {
      all.put("code_challenge_method", "S256");
      all.put("code_challenge", challenge);
    }
    StringJoiner query = new StringJoiner("&", page + "?", "");
    all.forEach((name, value) -> query.add(name + "=" + encoded(value)));
    return query.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * What a person's consent left in our hands. Prints none of it.
   *
   * @param code to be exchanged once
   * @param redirectUri where it was sent
   * @param verifier the secret behind the challenge
   */
  public record Consent(String code, String redirectUri, String verifier) {
    @Override
    public String toString() {
      return "Consent by way of " + redirectUri;
    }
  }
}
