package dev.footfall.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tokens for codes, longer-lived tokens for tokens, and what a token is worth. */
final class MetaOauth {
  private final MetaTokens tokens;
  private final MetaAnswers answers;

  MetaOauth(MetaTokens tokens, MetaAnswers answers) {
    this.tokens = tokens;
    this.answers = answers;
  }

  /** As if somebody had read the page and agreed. */
  Reply authorize(Call call) {
    boolean right =
        call.parameter("client_id").equals(MetaTokens.APP_ID)
            && call.parameter("response_type").equals("code")
            && List.of(call.parameter("scope").split(",")).contains("ads_management");
    return (right ? tokens.consents().agree(call, Set.of()) : Optional.<Reply>empty())
        .orElseGet(() -> answers.invalid("The page was opened wrongly."));
  }

  Reply exchange(Call call) {
    if (!tokens.isApp(call.parameter("client_id"), call.parameter("client_secret"))) {
      return answers.error(
          MetaAnswers.Problem.of(
              101, 0, "Error validating application. Invalid application ID or secret."));
    }
    return call.parameter("grant_type").equals("fb_exchange_token") ? lengthen(call) : redeem(call);
  }

  private Reply redeem(Call call) {
    if (!call.hasParameter("redirect_uri") || !call.hasParameter("code")) {
      return answers.invalid("Missing redirect_uri or code parameter.");
    }
    if (!tokens.redeem(call.parameter("code"), call.parameter("redirect_uri"), call.now())) {
      return answers.invalid("This authorization code is unknown or has been used.");
    }
    return issued(call, MetaTokens.SHORT);
  }

  private Reply lengthen(Call call) {
    TokenState state = tokens.state(call.parameter("fb_exchange_token"), call.now());
    return state == TokenState.GOOD ? issued(call, MetaTokens.LONG) : answers.credentials(state);
  }

  private Reply issued(Call call, Duration life) {
    String token = tokens.issue(call.now(), life);
    return Reply.json(
        200,
        Json.object("access_token", token, "token_type", "bearer", "expires_in", life.toSeconds()));
  }

  Reply inspect(Call call) {
    String[] app = call.parameter("access_token").split("\\|", 2);
    if (app.length != 2 || !tokens.isApp(app[0], app[1])) {
      return answers.error(
          MetaAnswers.Problem.of(190, 0, "Invalid OAuth access token signature.").status(401));
    }
    String token = call.parameter("input_token");
    boolean valid = tokens.state(token, call.now()) == TokenState.GOOD;
    ObjectNode data =
        Json.object(
            "app_id",
            MetaTokens.APP_ID,
            "is_valid",
            valid,
            "expires_at",
            tokens.expiry(token),
            "data_access_expires_at",
            0);
    data.putArray("scopes").add("ads_management").add("business_management");
    return Reply.json(200, Json.object("data", data));
  }
}
