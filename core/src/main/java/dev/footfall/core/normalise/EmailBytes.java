package dev.footfall.core.normalise;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.footfall.core.source.Text;
import java.util.Arrays;

/**
 * The short cut for e-mail addresses that every rule reads alike: ASCII, at most 254 characters,
 * {@code local@label.label…letters}, lower-cased on the way.
 */
final class EmailBytes {
  static final int LONGEST = 254;
  private static final byte[] LOCAL =
      table("abcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-");
  private static final byte[] DOMAIN = table("abcdefghijklmnopqrstuvwxyz0123456789-.");
  private static final byte[] GMAIL = "gmail.com".getBytes(US_ASCII);
  private static final byte[] GOOGLEMAIL = "googlemail.com".getBytes(US_ASCII);

  private EmailBytes() {}

  /** Copies a plain address in lower case. */
  static int plain(Text value, Subject subject, byte[] out) {
    int length = value.length();
    if (length > LONGEST) {
      return Normaliser.SLOW;
    }
    byte[] in = value.bytes();
    int start = value.start();
    int at = 0;
    while (at < length && in[start + at] != '@') {
      byte c = LOCAL[in[start + at] & 0xFF];
      if (c == 0) {
        return Normaliser.SLOW;
      }
      out[at++] = c;
    }
    if (at == 0 || at == length) {
      return Normaliser.SLOW;
    }
    out[at++] = '@';
    for (int i = at; i < length; i++) {
      byte c = DOMAIN[in[start + i] & 0xFF];
      if (c == 0) {
        return Normaliser.SLOW;
      }
      out[i] = c;
    }
    return isDomain(out, at, length) ? length : Normaliser.SLOW;
  }

  /** As {@link #plain}, with dots and tags removed for Gmail under both of its names. */
  static int withoutGoogleTags(Text value, Subject subject, byte[] out) {
    int length = plain(value, subject, out);
    return length >= 0 && (endsWith(out, length, GMAIL) || endsWith(out, length, GOOGLEMAIL))
        ? withoutTag(out, length)
        : length;
  }

  /** As {@link #plain}, with dots and tags removed for {@code gmail.com} alone. */
  static int withoutGmailTags(Text value, Subject subject, byte[] out) {
    int length = plain(value, subject, out);
    return length >= 0 && endsWith(out, length, GMAIL) ? withoutTag(out, length) : length;
  }

  /** As {@link #plain}, where a mail server would take the address, too. */
  static int deliverable(Text value, Subject subject, byte[] out) {
    int length = plain(value, subject, out);
    if (length < 0) {
      return length;
    }
    int label = 0;
    boolean local = true;
    for (int i = 0; i < length; i++) {
      boolean ends = out[i] == '.' || out[i] == '@';
      if ((ends && label == 0) || label > 63 || (local && i > 64)) {
        return Normaliser.SLOW;
      }
      label = ends ? 0 : label + 1;
      local &= out[i] != '@';
    }
    return label > 63 ? Normaliser.SLOW : length;
  }

  private static boolean isDomain(byte[] out, int start, int end) {
    int label = start;
    boolean letters = true;
    for (int i = start; i < end; i++) {
      byte c = out[i];
      if (c == '.') {
        if (!isLabel(out, label, i)) {
          return false;
        }
        label = i + 1;
        letters = true;
      } else {
        letters &= c >= 'a';
      }
    }
    return label > start && letters && end - label >= 2;
  }

  private static boolean isLabel(byte[] out, int start, int end) {
    return start < end && out[start] != '-' && out[end - 1] != '-';
  }

  private static boolean endsWith(byte[] out, int length, byte[] domain) {
    int at = length - domain.length;
    return at > 0 && out[at - 1] == '@' && Arrays.equals(out, at, length, domain, 0, domain.length);
  }

  private static int withoutTag(byte[] out, int length) {
    int kept = 0;
    int at = 0;
    while (out[at] != '@' && out[at] != '+') {
      if (out[at] != '.') {
        out[kept++] = out[at];
      }
      at++;
    }
    while (out[at] != '@') {
      at++;
    }
    if (kept == 0) {
      return Normaliser.REFUSED;
    }
    System.arraycopy(out, at, out, kept, length - at);
    return kept + length - at;
  }

  private static byte[] table(String lowerCase) {
    byte[] table = new byte[256];
    for (int i = 0; i < lowerCase.length(); i++) {
      char c = lowerCase.charAt(i);
      table[c] = (byte) c;
      if (c >= 'a' && c <= 'z') {
        table[c - 32] = (byte) c;
      }
    }
    return table;
  }
}
