package dev.footfall.sandbox.snapchat;

import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Form;
import dev.footfall.sandbox.platform.Reply;

/** New pairs of tokens for old refresh tokens, each of which works once. */
final class SnapchatOauth {
  private final SnapchatTokens tokens;

  SnapchatOauth(SnapchatTokens tokens) {
    this.tokens = tokens;
  }

  Reply refresh(Call call) {
    if (!Form.isSentBy(call)) {
      return error(400, "invalid_request", "The body must be a URL-encoded form.");
    }
    Form form = Form.of(call);
    if (!form.value("client_id").equals(SnapchatTokens.CLIENT_ID)
        || !form.value("client_secret").equals(SnapchatTokens.CLIENT_SECRET)) {
      return error(401, "invalid_client", "Client authentication failed.");
    } else if (!form.value("grant_type").equals("refresh_token")) {
      return error(400, "unsupported_grant_type", "The grant type must be refresh_token.");
    } else if (!tokens.rotate(form.value("refresh_token"))) {
      return error(400, "invalid_grant", "The refresh token is invalid, expired or revoked.");
    }
    SnapchatTokens.Pair pair = tokens.issue(call.now());
    return Reply.json(
        200,
        Json.object(
            "access_token", pair.accessToken(),
            "token_type", "Bearer",
            "expires_in", SnapchatTokens.ACCESS.toSeconds(),
            "refresh_token", pair.refreshToken(),
            "scope", "snapchat-offline-conversions-api"));
  }

  private static Reply error(int status, String error, String description) {
    return Reply.json(status, Json.object("error", error, "error_description", description));
  }
}
