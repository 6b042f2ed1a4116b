package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers as TikTok gives them. */
final class Answers {
  private Answers() {}

  /** TikTok's envelope without data. */
  static HttpAnswer of(int code, String message) {
    return of(code, message, "{}");
  }

  /** TikTok's envelope. */
  static HttpAnswer of(int code, String message, String data) {
    return http(
        200,
        "{\"code\":%d,\"message\":\"%s\",\"request_id\":\"r-1\",\"data\":%s}"
            .formatted(code, message, data));
  }

  /** Any answer. */
  static HttpAnswer http(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
