package dev.footfall.sources.presto.regex;

import io.airlift.jcodings.specific.NonStrictUTF8Encoding;
import io.airlift.joni.Matcher;
import io.airlift.joni.Option;
import io.airlift.joni.Regex;
import io.airlift.joni.Region;
import io.airlift.joni.Syntax;
import io.airlift.joni.exception.JOniException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A compiled pattern with the meaning it has in Presto; safe from many threads. */
public final class Regexp {

  private final Regex regex;

  private Regexp(Regex regex) {
    this.regex = regex;
  }

  /** Compiles; empty when the pattern is not valid. */
  public static Optional<Regexp> compile(String pattern) {
    byte[] bytes = pattern.getBytes(StandardCharsets.UTF_8);
    try {
      return Optional.of(
          new Regexp(
              new Regex(
                  bytes,
                  0,
                  bytes.length,
                  Option.DEFAULT,
                  NonStrictUTF8Encoding.INSTANCE,
                  Syntax.Java)));
    } catch (JOniException invalid) {
      return Optional.empty();
    }
  }

  public int groups() {
    return regex.numberOfCaptures();
  }

  /** Whether any part of the text matches. */
  public boolean finds(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return search(regex.matcher(bytes), 0, bytes.length) >= 0;
  }

  /** A group of the first match; empty when nothing matches or the group took no part. */
  public Optional<String> extract(String text, int group) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Matcher matcher = regex.matcher(bytes);
    if (search(matcher, 0, bytes.length) < 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(group(bytes, matcher.getEagerRegion(), group));
  }

  /** Replaces every match; {@code $1} and {@code ${name}} are groups, {@code \} escapes. */
  public String replace(String text, String replacement) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Matcher matcher = regex.matcher(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int copied = 0;
    int next = 0;
    while (next <= bytes.length && search(matcher, next, bytes.length) >= 0) {
      int begin = matcher.getBegin();
      int end = matcher.getEnd();
      out.write(bytes, copied, begin - copied);
      expand(out, bytes, matcher.getEagerRegion(), replacement);
      copied = end;
      next = end > begin ? end : end + width(bytes, end);
    }
    out.write(bytes, copied, bytes.length - copied);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int width(byte[] bytes, int at) {
    return at < bytes.length
        ? Math.max(1, NonStrictUTF8Encoding.INSTANCE.length(bytes, at, bytes.length))
        : 1;
  }

  private static int search(Matcher matcher, int from, int to) {
    return matcher.search(from, to, Option.DEFAULT);
  }

  private static void expand(
      ByteArrayOutputStream out, byte[] text, Region region, String replacement) {
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (c == '\\' && i + 1 < replacement.length()) {
        i++;
        i += write(out, replacement, i) - 1;
      } else if (c == '$') {
        int end = i + 1;
        int group = 0;
        while (end < replacement.length()
            && Character.isDigit(replacement.charAt(end))
            && (end == i + 1 || 10 * group + replacement.charAt(end) - '0' < region.numRegs)) {
          group = 10 * group + replacement.charAt(end) - '0';
          end++;
        }
        if (end == i + 1 || group >= region.numRegs) {
          throw new IllegalArgumentException("the replacement names a group that is not there");
        }
        String value = group(text, region, group);
        if (value != null) {
          out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        }
        i = end - 1;
      } else {
        i += write(out, replacement, i) - 1;
      }
    }
  }

  private static int write(ByteArrayOutputStream out, String text, int at) {
    int point = text.codePointAt(at);
    out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    return Character.charCount(point);
  }

  private static @org.jspecify.annotations.Nullable String group(
      byte[] text, Region region, int group) {
    int begin = region.beg[group];
    return begin < 0
        ? null
        : new String(text, begin, region.end[group] - begin, StandardCharsets.UTF_8);
  }
}
