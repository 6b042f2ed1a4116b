package dev.footfall.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Reply;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tokens for single-use codes, and new pairs for old refresh tokens. */
final class TikTokOauth {
  private final TikTokTokens tokens;
  private final TikTokAnswers answers;

  TikTokOauth(TikTokTokens tokens, TikTokAnswers answers) {
    this.tokens = tokens;
    this.answers = answers;
  }

  /** As if somebody had read the page and agreed. */
  Reply authorize(Call call) {
    Optional<Reply> back =
        call.parameter("app_id").equals(TikTokTokens.APP_ID)
            ? tokens.consents().agree(call, Set.of())
            : Optional.empty();
    return back.orElseGet(() -> bad("app_id, state and redirect_uri must be given, and right"));
  }

  Reply accessToken(Call call) {
    JsonNode body = Json.read(call.body()).orElseGet(Json::object);
    if (!isExactly(body, Set.of("app_id", "secret", "auth_code"))) {
      return bad("app_id, secret and auth_code must be given as strings, and nothing else");
    } else if (isForeign(body)) {
      return wrongApp();
    } else if (!tokens.redeem(Json.text(body, "auth_code"), call.now())) {
      return answers.error(
          TikTokAnswers.BAD_CODE, "Auth code is invalid, has been used or has expired.");
    }
    return issued(call);
  }

  Reply refreshToken(Call call) {
    JsonNode body = Json.read(call.body()).orElseGet(Json::object);
    if (!isExactly(body, Set.of("app_id", "secret", "refresh_token", "grant_type"))) {
      return bad(
          "app_id, secret, refresh_token and grant_type must be given as strings, and nothing"
              + " else");
    } else if (!Json.text(body, "grant_type").equals("refresh_token")) {
      return bad("grant_type: must be refresh_token");
    } else if (isForeign(body)) {
      return wrongApp();
    } else if (!tokens.rotate(Json.text(body, "refresh_token"), call.now())) {
      return answers.error(
          TikTokAnswers.BAD_TOKEN, "Refresh token is incorrect, expired or has been used.");
    }
    return issued(call);
  }

  private Reply issued(Call call) {
    TikTokTokens.Pair pair = tokens.issue(call.now());
    ObjectNode data =
        Json.object(
            "access_token", pair.accessToken(),
            "refresh_token", pair.refreshToken(),
            "expires_in", TikTokTokens.ACCESS.toSeconds(),
            "refresh_token_expires_in", TikTokTokens.REFRESH.toSeconds());
    data.putArray("advertiser_ids").add(TikTokTokens.ADVERTISER);
    data.putArray("scope").add(4);
    return answers.ok(data);
  }

  private static boolean isExactly(JsonNode body, Set<String> keys) {
    Set<String> found = new HashSet<>();
    body.properties()
        .forEach(entry -> found.add(entry.getValue().isTextual() ? entry.getKey() : "?"));
    return found.equals(keys);
  }

  private static boolean isForeign(JsonNode body) {
    return !Json.text(body, "app_id").equals(TikTokTokens.APP_ID)
        || !Json.text(body, "secret").equals(TikTokTokens.APP_SECRET);
  }

  private Reply wrongApp() {
    return answers.error(TikTokAnswers.BAD_APP, "App ID or secret is incorrect.");
  }

  private Reply bad(String message) {
    return answers.error(TikTokAnswers.BAD_PARAMETER, message);
  }
}
