package dev.footfall.sandbox.platform;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request as it came in, its secrets masked.
 *
 * @param status the status answered, 0 when the connection was closed instead
 * @param injected the fault that struck it, empty when none did
 */
public record RecordedRequest(
    Instant at,
    String operation,
    String method,
    String target,
    Map<String, String> headers,
    long bytes,
    int status,
    String injected) {
  /** Copies the headers. */
  public RecordedRequest {
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
  }
}
