package dev.footfall.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.util.concurrent.atomic.AtomicLong;

/** How TikTok words its answers: HTTP 200 nearly always, the truth in {@code code}. */
final class TikTokAnswers {
  static final int OK = 0;
  static final int PARTIAL = 20001;
  static final int NO_PERMISSION = 40001;
  static final int BAD_PARAMETER = 40002;
  static final int TOO_MANY = 40100;
  static final int BAD_APP = 40101;
  static final int EXPIRED = 40102;
  static final int NO_TOKEN = 40104;
  static final int BAD_TOKEN = 40105;
  static final int BAD_CODE = 40110;
  static final int TROUBLE = 50000;

  private final AtomicLong request = new AtomicLong();

  Reply ok(JsonNode data) {
    return answer(200, OK, "OK", data);
  }

  Reply error(int code, String message) {
    return answer(200, code, message, Json.object());
  }

  Reply answer(int status, int code, String message, JsonNode data) {
    String id = "sandbox-" + request.incrementAndGet();
    return Reply.json(
        status, Json.object("code", code, "message", message, "request_id", id, "data", data));
  }

  Reply noPermission() {
    return error(
        NO_PERMISSION,
        "No permission to operate the event source. You must be an admin or operator of this advertiser account.");
  }

  Reply credentials(TokenState state) {
    return switch (state) {
      case EXPIRED -> error(EXPIRED, "Access token has expired.");
      case WITHOUT_PERMISSION, EVENTS_ONLY -> noPermission();
      case TERMS_NOT_ACCEPTED ->
          error(NO_PERMISSION, "The terms of service have not been accepted.");
      case GOOD, REVOKED, UNKNOWN ->
          error(BAD_TOKEN, "Access token is incorrect or has been revoked.");
    };
  }
}
