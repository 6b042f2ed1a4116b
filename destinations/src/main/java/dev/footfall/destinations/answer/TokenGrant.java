package dev.footfall.destinations.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.source.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Gets an OAuth 2.0 access token (RFC 6749): a form is posted, JSON comes back with {@code
 * access_token}, {@code expires_in} and, where the platform changes it, a new {@code
 * refresh_token}.
 *
 * @param url of the token endpoint
 * @param form fields of the form, secrets among them
 * @param authorisation the header {@code Authorization}, where the platform takes the client there
 * @param credential that is renewed
 * @param badClient what a client that the platform does not know is told
 */
public record TokenGrant(
    String url,
    Map<String, String> form,
    Optional<String> authorisation,
    CredentialValues credential,
    Code badClient)
    implements Renewal {
  /** The field that holds the access token. */
  public static final String ACCESS_TOKEN = CredentialValues.ACCESS_TOKEN;

  /** The field that holds the refresh token. */
  public static final String REFRESH_TOKEN = "refresh_token";

  private static final Set<String> ABOUT_CLIENT = Set.of("invalid_client", "unauthorized_client");
  private static final Set<String> IN_TROUBLE = Set.of("server_error", "temporarily_unavailable");

  /** Copies the form, in its order. */
  public TokenGrant {
    form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
  }

  /** A new access token for a refresh token; client id and secret travel in the form. */
  public static TokenGrant refreshing(String url, CredentialValues credential) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", REFRESH_TOKEN);
    for (String field : List.of(REFRESH_TOKEN, "client_id", "client_secret")) {
      form.put(field, credential.reveal(field));
    }
    return new TokenGrant(url, form, Optional.empty(), credential, Code.CREDENTIALS_REJECTED);
  }

  /** The first tokens for a consent; client id and secret travel in the form. */
  public static TokenGrant exchanging(
      String url, CredentialValues credential, Authorisation.Consent consent) {
    Map<String, String> form = consented(consent);
    for (String field : List.of("client_id", "client_secret")) {
      form.put(field, credential.reveal(field));
    }
    return new TokenGrant(url, form, Optional.empty(), credential, Code.CREDENTIALS_REJECTED);
  }

  /** The form of a consent, without the client. */
  public static Map<String, String> consented(Authorisation.Consent consent) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", consent.code());
    form.put("redirect_uri", consent.redirectUri());
    return form;
  }

  /** The same grant with a code of its own for a client that the platform does not know. */
  public TokenGrant naming(Code unknownClient) {
    return new TokenGrant(url, form, authorisation, credential, unknownClient);
  }

  /**
   * Whether a token should be renewed: there is none, its end is near, or it was just refused.
   *
   * @param early how long before its end
   */
  public static boolean isDue(
      CredentialValues credential, Instant now, boolean rejected, Duration early) {
    return rejected
        || credential.find(ACCESS_TOKEN).isEmpty()
        || credential.expiresAt().filter(end -> end.isBefore(now.plus(early))).isPresent();
  }

  @Override
  public HttpCall call() {
    StringJoiner body = new StringJoiner("&");
    form.forEach((name, value) -> body.add(encoded(name) + "=" + encoded(value)));
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("Accept", "application/json");
    authorisation.ifPresent(value -> headers.put("Authorization", value));
    return HttpCall.post(
        url, headers, Set.of("Authorization"), List.of(Text.utf8(body.toString())));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public Result read(HttpAnswer answer, Instant now) {
    int status = answer.status();
    JsonNode body = JsonAnswer.of(answer);
    String error = body.path("error").asText("");
    if (status == 200) {
      return Result.granted(granted(credential, body, now));
    }
    if (status >= 500 || status == 429 || status == 408 || IN_TROUBLE.contains(error)) {
      return new Result.TryAgain(Optional.empty(), "no token: HTTP " + status);
    }
    if (status < 400) {
      return new Result.Refused(
          Code.CONFIGURATION_FAULT, "the token endpoint answers HTTP " + status);
    }
    String words = ("HTTP " + status + " " + error).strip() + described(body);
    return ABOUT_CLIENT.contains(error)
        ? new Result.Refused(badClient, words + "; check client_id and client_secret")
        : new Result.Refused(Code.CREDENTIALS_REJECTED, words);
  }

  private static String described(JsonNode body) {
    String words = PlatformWords.of(body.path("error_description").asText(""));
    return words.isEmpty() ? "" : ": " + words;
  }

  /** The credential with the tokens of an answer; empty when it holds no access token. */
  public static Optional<CredentialValues> granted(
      CredentialValues old, JsonNode answer, Instant now) {
    String token = answer.path(ACCESS_TOKEN).asText("");
    if (token.isBlank()) {
      return Optional.empty();
    }
    Map<String, Secret> fields = new HashMap<>(old.fields());
    fields.put(ACCESS_TOKEN, Secret.of(token));
    String refresh = answer.path(REFRESH_TOKEN).asText("");
    if (!refresh.isBlank()) {
      fields.put(REFRESH_TOKEN, Secret.of(refresh));
    }
    long seconds = answer.path("expires_in").asLong(0);
    return Optional.of(
        new CredentialValues(
            fields, seconds > 0 ? Optional.of(now.plusSeconds(seconds)) : Optional.empty()));
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "Grant of a token by " + url;
  }
}
