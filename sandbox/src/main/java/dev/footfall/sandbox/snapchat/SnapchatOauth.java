package dev.footfall.sandbox.snapchat;

import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Consents;
import dev.footfall.sandbox.platform.Form;
import dev.footfall.sandbox.platform.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pairs of tokens for codes and for old refresh tokens, each of which works once. */
final class SnapchatOauth {
  private static final String SCOPE = "snapchat-offline-conversions-api";

  private final SnapchatTokens tokens;

  SnapchatOauth(SnapchatTokens tokens) {
    this.tokens = tokens;
  }

  /** As if somebody had read the page and agreed. */
  Reply authorize(Call call) {
    boolean right =
        call.parameter("response_type").equals("code")
            && call.parameter("client_id").equals(SnapchatTokens.CLIENT_ID)
            && List.of(call.parameter("scope").split(" ")).contains(SCOPE);
    return (right ? tokens.consents().agree(call, Set.of()) : Optional.<Reply>empty())
        .orElseGet(() -> error(400, "invalid_request", "The page was opened wrongly."));
  }

  Reply token(Call call) {
    if (!Form.isSentBy(call)) {
      return error(400, "invalid_request", "The body must be a URL-encoded form.");
    }
    Form form = Form.of(call);
    if (!form.value("client_id").equals(SnapchatTokens.CLIENT_ID)
        || !form.value("client_secret").equals(SnapchatTokens.CLIENT_SECRET)) {
      return error(401, "invalid_client", "Client authentication failed.");
    }
    return switch (form.value("grant_type")) {
      case "refresh_token" ->
          tokens.rotate(form.value("refresh_token"))
              ? issued(call)
              : error(400, "invalid_grant", "The refresh token is invalid, expired or revoked.");
      case "authorization_code" ->
          tokens
              .consents()
              .redeem(
                  new Consents.Brought(
                      form.value("code"), Optional.of(form.value("redirect_uri")), ""),
                  call.now())
              .map(scopes -> issued(call))
              .orElseGet(() -> error(400, "invalid_grant", "The code is invalid or was used."));
      default -> error(400, "unsupported_grant_type", "This grant type is not known.");
    };
  }

  private Reply issued(Call call) {
    SnapchatTokens.Pair pair = tokens.issue(call.now());
    return Reply.json(
        200,
        Json.object(
            "access_token", pair.accessToken(),
            "token_type", "Bearer",
            "expires_in", SnapchatTokens.ACCESS.toSeconds(),
            "refresh_token", pair.refreshToken(),
            "scope", SCOPE));
  }

  private static Reply error(int status, String error, String description) {
    return Reply.json(status, Json.object("error", error, "error_description", description));
  }
}
