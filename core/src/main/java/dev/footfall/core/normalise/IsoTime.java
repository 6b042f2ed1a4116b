package dev.footfall.core.normalise;

import dev.footfall.core.source.Micros;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads ISO 8601 times from bytes, in extended and basic form; the parts stay in its fields.
 *
 * <p>Not safe for use by several threads.
 */
final class IsoTime {
  private static final int LONGEST = 100;

  private byte[] bytes = {};
  private int at;
  private int end;

  private long localMicros;
  private boolean dateOnly;
  private boolean hasOffset;
  private int offsetSeconds;
  private String zone = "";

  /** Reads a trimmed text; false when it is no such time. */
  boolean read(Text text) {
    bytes = text.bytes();
    at = text.start();
    end = text.end();
    hasOffset = false;
    zone = "";
    return text.length() <= LONGEST && date() && (dateOnly || (time() && zone()));
  }

  /** Microseconds since 1970-01-01T00:00 on the clocks that the text speaks of. */
  long localMicros() {
    return localMicros;
  }

  boolean dateOnly() {
    return dateOnly;
  }

  boolean hasOffset() {
    return hasOffset;
  }

  int offsetSeconds() {
    return offsetSeconds;
  }

  /** The zone that the text names, or empty. */
  String zoneId() {
    return zone;
  }

  private boolean date() {
    int year = number(4);
    boolean extended = take('-');
    int month = number(2);
    if (extended && !take('-')) {
      return false;
    }
    int day = number(2);
    if (!Calendar.isDate(year, month, day)) {
      return false;
    }
    localMicros = Calendar.epochDay(year, month, day) * 86_400L * Micros.PER_SECOND;
    dateOnly = at == end;
    // Eight digits alone are a number, and as such no time.
    return !dateOnly || extended;
  }

  private boolean time() {
    if (!take('T') && !take('t') && !take(' ')) {
      return false;
    }
    int hour = number(2);
    boolean extended = take(':');
    int minute = number(2);
    int second = 0;
    long fraction = 0;
    if (extended ? take(':') : at < end && isDigit(bytes[at])) {
      second = number(2);
      if (take('.') || take(',')) {
        fraction = fraction();
      }
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return false;
    }
    localMicros += (hour * 3600L + minute * 60L + second) * Micros.PER_SECOND + fraction;
    return fraction >= 0;
  }

  private long fraction() {
    long fraction = 0;
    int digits = 0;
    for (; at < end && isDigit(bytes[at]); at++, digits++) {
      if (digits < 6) {
        fraction = fraction * 10 + bytes[at] - '0';
      }
    }
    for (int i = digits; i < 6; i++) {
      fraction *= 10;
    }
    return digits == 0 ? -1 : fraction;
  }

  private boolean zone() {
    if (at == end) {
      return true;
    }
    boolean spaced = take(' ');
    if (take('Z') || take('z')) {
      return offset(0) && (at == end || bracket());
    }
    int sign = take('+') ? 1 : take('-') ? -1 : 0;
    if (sign != 0) {
      return signed(sign) && (at == end || bracket());
    }
    if (at < end && bytes[at] == '[') {
      return bracket();
    }
    return spaced && named(end);
  }

  private boolean signed(int sign) {
    int hours = number(2);
    boolean more = take(':') || at < end;
    int minutes = more && at < end && isDigit(bytes[at]) ? number(2) : 0;
    return hours >= 0
        && hours <= 18
        && minutes >= 0
        && minutes <= 59
        && bytes[at - 1] != ':'
        && offset(sign * (hours * 3600 + minutes * 60));
  }

  private boolean offset(int seconds) {
    hasOffset = true;
    offsetSeconds = seconds;
    return true;
  }

  /** A zone in brackets; an offset before it wins. */
  private boolean bracket() {
    return take('[') && bytes[end - 1] == ']' && named(end - 1);
  }

  private boolean named(int until) {
    String name = new String(bytes, at, until - at, StandardCharsets.UTF_8);
    try {
      ZoneId id = ZoneId.of(name);
      zone = id.getId();
      if (!hasOffset && id.normalized() instanceof ZoneOffset fixed) {
        return offset(fixed.getTotalSeconds());
      }
      return true;
    } catch (DateTimeException unknownZone) {
      return false;
    }
  }

  private boolean take(char sign) {
    if (at < end && bytes[at] == sign) {
      at++;
      return true;
    }
    return false;
  }

  private int number(int digits) {
    if (end - at < digits) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < digits; i++, at++) {
      if (!isDigit(bytes[at])) {
        return -1;
      }
      number = number * 10 + bytes[at] - '0';
    }
    return number;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
