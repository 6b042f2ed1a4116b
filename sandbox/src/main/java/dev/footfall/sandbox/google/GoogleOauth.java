package dev.footfall.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The token endpoint: refresh tokens, codes used once, signed assertions. */
final class GoogleOauth {
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "refresh_token", Set.of("grant_type", "refresh_token", "client_id", "client_secret"),
          "authorization_code",
              Set.of("grant_type", "code", "client_id", "client_secret", "redirect_uri"),
          "urn:ietf:params:oauth:grant-type:jwt-bearer", Set.of("grant_type", "assertion"));

  private final GoogleTokens tokens;
  private final ServiceAccount account;

  GoogleOauth(GoogleTokens tokens, ServiceAccount account) {
    this.tokens = tokens;
    this.account = account;
  }

  /** As if somebody had read the page and agreed. */
  Reply authorize(Call call) {
    Set<String> scopes = new HashSet<>(List.of(call.parameter("scope").split(" ")));
    boolean right =
        call.parameter("client_id").equals(GoogleTokens.CLIENT_ID)
            && call.parameter("response_type").equals("code")
            && GoogleTokens.BOTH.containsAll(scopes);
    if (call.parameter("access_type").equals("offline")) {
      scopes.add(GoogleTokens.OFFLINE);
    }
    return (right ? tokens.consents().agree(call, scopes) : Optional.<Reply>empty())
        .orElseGet(() -> error(400, "invalid_request", "The page was opened wrongly."));
  }

  Reply token(Call call) {
    Map<String, String> form = form(call);
    Set<String> fields = FIELDS.getOrDefault(form.getOrDefault("grant_type", ""), Set.of());
    if (fields.isEmpty()) {
      return error(400, "unsupported_grant_type", "Invalid grant_type");
    } else if (!form.keySet().equals(fields)) {
      return error(
          400, "invalid_request", "The parameters must be exactly " + new TreeSet<>(fields));
    } else if (fields.contains("client_id") && isForeign(form)) {
      return error(401, "invalid_client", "The OAuth client was not found.");
    }
    if (form.containsKey("refresh_token")) {
      return tokens
          .scopes(form.getOrDefault("refresh_token", ""))
          .map(scopes -> issued(call, scopes, Optional.empty()))
          .orElseGet(() -> badGrant("Token has been expired or revoked."));
    } else if (form.containsKey("code")) {
      return tokens
          .redeem(form.getOrDefault("code", ""), form.getOrDefault("redirect_uri", ""), call.now())
          .map(scopes -> redeemed(call, scopes))
          .orElseGet(() -> badGrant("Malformed auth code."));
    }
    return account
        .scopes(form.getOrDefault("assertion", ""), call.now())
        .map(scopes -> issued(call, scopes, Optional.empty()))
        .orElseGet(() -> badGrant("Invalid JWT Signature."));
  }

  /** Who asked for no access while the person is away gets no refresh token. */
  private Reply redeemed(Call call, Set<String> granted) {
    Set<String> scopes = new HashSet<>(granted);
    boolean isOffline = scopes.remove(GoogleTokens.OFFLINE);
    return issued(
        call, scopes, isOffline ? Optional.of(GoogleTokens.refresh(scopes)) : Optional.empty());
  }

  private Reply issued(Call call, Set<String> scopes, Optional<String> refresh) {
    ObjectNode answer =
        Json.object(
            "access_token", tokens.issue(scopes, call.now()),
            "expires_in", GoogleTokens.LIFE.toSeconds(),
            "scope", String.join(" ", new TreeSet<>(scopes)),
            "token_type", "Bearer");
    refresh.ifPresent(token -> answer.put("refresh_token", token));
    return Reply.json(200, answer);
  }

  static Reply badGrant(String why) {
    return error(400, "invalid_grant", why);
  }

  static Reply error(int status, String error, String why) {
    return Reply.json(status, Json.object("error", error, "error_description", why));
  }

  private static boolean isForeign(Map<String, String> form) {
    return !GoogleTokens.CLIENT_ID.equals(form.get("client_id"))
        || !GoogleTokens.CLIENT_SECRET.equals(form.get("client_secret"));
  }

  private static Map<String, String> form(Call call) {
    Map<String, String> form = new HashMap<>();
    if (!call.header("Content-Type").startsWith("application/x-www-form-urlencoded")) {
      return form;
    }
    for (String pair : new String(call.body(), StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
