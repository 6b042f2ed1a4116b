package dev.footfall.sandbox.klaviyo;

import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Consents;
import dev.footfall.sandbox.platform.Form;
import dev.footfall.sandbox.platform.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** The authorisation code flow with its mandatory PKCE, refreshing, revoking. */
final class KlaviyoOauth {
  private final KlaviyoTokens tokens;

  KlaviyoOauth(KlaviyoTokens tokens) {
    this.tokens = tokens;
  }

  /** As if somebody had read the page and agreed. */
  Reply authorize(Call call) {
    boolean right =
        call.parameter("response_type").equals("code")
            && call.parameter("client_id").equals(KlaviyoTokens.CLIENT_ID)
            && !call.parameter("code_challenge").isEmpty()
            && !call.parameter("scope").isEmpty();
    return right
        ? tokens.consents().agree(call, Set.of()).orElseGet(() -> error(400, "invalid_request"))
        : error(400, "invalid_request");
  }

  Reply token(Call call) {
    if (!isClient(call)) {
      return error(401, "invalid_client");
    } else if (!Form.isSentBy(call)) {
      return error(400, "invalid_request");
    }
    Form form = Form.of(call);
    return switch (form.value("grant_type")) {
      case "authorization_code" ->
          tokens
              .consents()
              .redeem(brought(form), call.now())
              .map(scopes -> issued(call))
              .orElseGet(() -> error(400, "invalid_grant"));
      case "refresh_token" ->
          tokens.rotate(form.value("refresh_token")) ? issued(call) : error(400, "invalid_grant");
      default -> error(400, "unsupported_grant_type");
    };
  }

  private static Consents.Brought brought(Form form) {
    return new Consents.Brought(
        form.value("code"), Optional.of(form.value("redirect_uri")), form.value("code_verifier"));
  }

  Reply revoke(Call call) {
    if (!isClient(call)) {
      return error(401, "invalid_client");
    }
    boolean known = tokens.rotate(Form.of(call).value("token"));
    return known ? Reply.json(200, Json.object()) : error(400, "invalid_grant");
  }

  private Reply issued(Call call) {
    KlaviyoTokens.Pair pair = tokens.issue(call.now());
    return Reply.json(
        200,
        Json.object(
            "access_token", pair.accessToken(),
            "refresh_token", pair.refreshToken(),
            "token_type", "bearer",
            "expires_in", KlaviyoTokens.ACCESS.toSeconds(),
            "scope",
                "accounts:read profiles:read profiles:write lists:read lists:write events:write"));
  }

  private static boolean isClient(Call call) {
    String pair = KlaviyoTokens.CLIENT_ID + ":" + KlaviyoTokens.CLIENT_SECRET;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return call.header("Authorization").equals("Basic " + basic);
  }

  private static Reply error(int status, String error) {
    return Reply.json(status, Json.object("error", error));
  }
}
