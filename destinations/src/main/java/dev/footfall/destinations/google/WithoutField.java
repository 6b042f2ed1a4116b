package dev.footfall.destinations.google;

import dev.footfall.core.event.Event;
import java.util.Arrays;
import java.util.Optional;

/** Takes a field out of an event that is written already, because Google refused the field. */
final class WithoutField {
  private WithoutField() {}

  /** The event without the field; empty when it has none. A quote inside a text is escaped. */
  static Optional<Event> of(Event event, byte[] key) {
    byte[] body = event.body();
    int start = find(body, key);
    if (start < 0) {
      return Optional.empty();
    }
    int end = endOfValue(body, start + key.length);
    boolean isFirst = body[start - 1] != ',';
    int from = isFirst ? start : start - 1;
    int until = isFirst && end < body.length && body[end] == ',' ? end + 1 : end;
    byte[] rest = Arrays.copyOf(body, body.length - (until - from));
    System.arraycopy(body, until, rest, from, body.length - until);
    return Optional.of(event.withBody(rest, event.parts()));
  }

  private static int find(byte[] body, byte[] key) {
    for (int at = 1; at + key.length < body.length; at++) {
      if (Arrays.equals(body, at, at + key.length, key, 0, key.length)) {
        return at;
      }
    }
    return -1;
  }

  private static int endOfValue(byte[] body, int start) {
    int depth = 0;
    boolean inText = false;
    for (int at = start; at < body.length; at++) {
      byte c = body[at];
      if (inText) {
        at += c == '\\' ? 1 : 0;
        inText = c != '"';
      } else if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
        return at;
      } else {
        inText = c == '"';
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    }
    return body.length;
  }
}
