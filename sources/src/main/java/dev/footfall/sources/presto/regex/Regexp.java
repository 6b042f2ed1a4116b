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
    return group(bytes, matcher.getEagerRegion(), group);
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

  private void expand(ByteArrayOutputStream out, byte[] text, Region region, String replacement) {
    int i = 0;
    while (i < replacement.length()) {
      char c = replacement.charAt(i);
      if (c == '\\' && i + 1 < replacement.length()) {
        i += 1 + write(out, replacement, i + 1);
      } else if (c == '$') {
        i = group(out, text, region, replacement, i + 1);
      } else {
        i += write(out, replacement, i);
      }
    }
  }

  /** Writes the group named after a dollar sign; where the replacement goes on. */
  private int group(
      ByteArrayOutputStream out, byte[] text, Region region, String replacement, int from) {
    int end = from;
    int group = -1;
    if (replacement.startsWith("{", from)) {
      end = replacement.indexOf('}', from) + 1;
      group = end == 0 ? -1 : named(replacement.substring(from + 1, end - 1));
    } else {
      while (end < replacement.length() && isDigit(replacement.charAt(end))) {
        int longer = 10 * Math.max(0, group) + replacement.charAt(end) - '0';
        if (group >= 0 && longer >= region.numRegs) {
          break;
        }
        group = longer;
        end++;
      }
    }
    if (group < 0 || group >= region.numRegs) {
      throw new IllegalArgumentException(
          "ff:pattern: the replacement names a group that is not there");
    }
    group(text, region, group).ifPresent(v -> out.writeBytes(v.getBytes(StandardCharsets.UTF_8)));
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private int named(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    try {
      return regex.nameToBackrefNumber(bytes, 0, bytes.length, null);
    } catch (JOniException unknown) {
      return -1;
    }
  }

  private static int write(ByteArrayOutputStream out, String text, int at) {
    int point = text.codePointAt(at);
    out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    return Character.charCount(point);
  }

  private static Optional<String> group(byte[] text, Region region, int group) {
    int begin = region.beg[group];
    return begin < 0
        ? Optional.empty()
        : Optional.of(new String(text, begin, region.end[group] - begin, StandardCharsets.UTF_8));
  }
}
