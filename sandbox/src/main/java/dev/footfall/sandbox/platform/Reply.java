package dev.footfall.sandbox.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer. */
public final class Reply {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Reply(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /** An answer in JSON. */
  public static Reply json(int status, JsonNode body) {
    return new Reply(
        status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.bytes(body));
  }

  /** An answer of another type. */
  public static Reply of(int status, String type, String body) {
    return new Reply(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
  }

  /** An answer of bytes. */
  public static Reply bytes(int status, String type, byte[] body) {
    return new Reply(status, Map.of("Content-Type", type), body);
  }

  /** The same answer with one more header; an empty value leaves it as it is. */
  public Reply with(String header, String value) {
    if (value.isEmpty()) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The headers to send. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The bytes to send; not to be changed. */
  public byte[] body() {
    return body;
  }
}
