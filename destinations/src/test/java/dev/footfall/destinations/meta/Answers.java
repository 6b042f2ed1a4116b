package dev.footfall.destinations.meta;

import dev.footfall.core.destination.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers as Meta gives them. */
final class Answers {
  private Answers() {}

  /** The body of an error; no sub-code when it is 0. */
  static String error(int code, int subcode, String message) {
    String sub = subcode == 0 ? "" : "\"error_subcode\":" + subcode + ",";
    return "{\"error\":{\"message\":\""
        + message
        + "\",\"type\":\"OAuthException\",\"code\":"
        + code
        + ","
        + sub
        + "\"fbtrace_id\":\"A1\"}}";
  }

  static HttpAnswer of(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  static HttpAnswer of(int status, String body, String header, String value) {
    return new HttpAnswer(
        status, Map.of(header, List.of(value)), body.getBytes(StandardCharsets.UTF_8));
  }
}
