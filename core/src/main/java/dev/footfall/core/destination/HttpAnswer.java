package dev.footfall.core.destination;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP answer.
 *
 * @param status such as 200
 * @param headers lower-case name to values
 * @param body bytes, at most a few MiB
 */
@SuppressWarnings("ArrayRecordComponent") // a value on its way to one reader, never compared
public record HttpAnswer(int status, Map<String, List<String>> headers, byte[] body) {
  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  @Override
  public String toString() {
    return "HTTP " + status + " (" + body.length + " bytes)";
  }
}
