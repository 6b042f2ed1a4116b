package dev.footfall.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How the Google Ads API words its refusals. */
final class AdsAnswers {
  private final AtomicLong serial = new AtomicLong();

  String request() {
    return "sandbox-ads-" + serial.incrementAndGet();
  }

  /** One error of a failure: group, code, words. */
  static ObjectNode error(String group, String code, String message) {
    ObjectNode error = Json.object("errorCode", Json.object(group, code), "message", message);
    return error;
  }

  /** A whole request refused; {@code code} is {@code group.CODE}. */
  Reply refused(int status, String version, String code, String message) {
    int dot = code.indexOf('.');
    ObjectNode error =
        error(dot < 0 ? "requestError" : code.substring(0, dot), code.substring(dot + 1), message);
    return GoogleErrors.error(
        status, message, GoogleErrors.failure(version, List.of(error), request()));
  }

  Reply credentials(TokenState state, String version) {
    return switch (state) {
      case EXPIRED ->
          refused(401, version, "authenticationError.OAUTH_TOKEN_EXPIRED", "Token has expired.");
      case REVOKED ->
          refused(401, version, "authenticationError.OAUTH_TOKEN_REVOKED", "Token was revoked.");
      case TERMS_NOT_ACCEPTED ->
          refused(403, version, "authorizationError.MISSING_TOS", "Terms were not accepted.");
      case WITHOUT_PERMISSION -> denied(version);
      case GOOD, EVENTS_ONLY, UNKNOWN ->
          refused(401, version, "authenticationError.OAUTH_TOKEN_INVALID", "Token is invalid.");
    };
  }

  Reply denied(String version) {
    return refused(
        403,
        version,
        "authorizationError.USER_PERMISSION_DENIED",
        "User doesn't have permission to access customer.");
  }

  /** 429, temporary with a delay to wait, unless another quota error was asked for. */
  Reply throttled(String version, Injection asked) {
    String code = asked.text("code", "RESOURCE_TEMPORARILY_EXHAUSTED");
    ObjectNode error = error("quotaError", code, "Too many requests.");
    String wait = asked.text("retry_after", "");
    if (!wait.isEmpty()) {
      error.set(
          "details",
          Json.object(
              "quotaErrorDetails", Json.object("rateScope", "ACCOUNT", "retryDelay", wait + "s")));
    }
    return GoogleErrors.error(
        429,
        "Resource has been exhausted (e.g. check quota).",
        GoogleErrors.failure(version, List.of(error), request()));
  }
}
