package dev.footfall.core.normalise;

import java.util.Optional;

/** An IP address: four bytes, or eight groups of sixteen bits. */
final class IpLiteral {
  private static final int GROUPS = 8;

  private final int[] parts;

  private IpLiteral(int[] parts) {
    this.parts = parts;
  }

  static Optional<IpLiteral> parse(String text) {
    return text.indexOf(':') < 0 ? v4(text).map(IpLiteral::new) : v6(text).map(IpLiteral::new);
  }

  /** Whether the address means the same everywhere. */
  boolean isPublic() {
    if (parts.length == 4) {
      int a = parts[0];
      int b = parts[1];
      return a != 0
          && a != 10
          && a != 127
          && a < 224
          && !(a == 100 && b >= 64 && b < 128)
          && !(a == 169 && b == 254)
          && !(a == 172 && b >= 16 && b < 32)
          && !(a == 192 && b == 168);
    }
    boolean global = (parts[0] & 0xE000) == 0x2000;
    return global || (isMapped() && embedded().isPublic());
  }

  /** The address as RFC 5952 writes it. */
  String text() {
    if (parts.length == 4) {
      return parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[3];
    }
    if (isMapped()) {
      return "::ffff:" + embedded().text();
    }
    int from = longestZeros();
    int until = from + zerosAt(from);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (until - from > 1 && i >= from && i < until) {
        out.append(i == from ? "::" : "");
      } else {
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
        out.append(first ? "" : ":").append(Integer.toHexString(parts[i]));
      }
    }
    return out.toString();
  }

  private boolean isMapped() {
    return zerosAt(0) == 5 && parts[5] == 0xFFFF;
  }

  private IpLiteral embedded() {
    return new IpLiteral(
        new int[] {parts[6] >> 8, parts[6] & 0xFF, parts[7] >> 8, parts[7] & 0xFF});
  }

  private int longestZeros() {
    int best = 0;
    for (int i = 1; i < GROUPS; i++) {
      if (zerosAt(i) > zerosAt(best)) {
        best = i;
      }
    }
    return best;
  }

  private int zerosAt(int start) {
    int end = start;
    while (end < GROUPS && parts[end] == 0) {
      end++;
    }
    return end - start;
  }

  private static Optional<int[]> v4(String text) {
    String[] words = text.split("\\.", -1);
    int[] parts = new int[4];
    if (words.length != 4) {
      return Optional.empty();
    }
    for (int i = 0; i < 4; i++) {
      if (!words[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(words[i]) > 255) {
        return Optional.empty();
      }
      parts[i] = Integer.parseInt(words[i]);
    }
    return Optional.of(parts);
  }

  private static Optional<int[]> v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(groups -> groups.length == GROUPS);
    }
    Optional<int[]> before = groups(text.substring(0, gap));
    Optional<int[]> after = groups(text.substring(gap + 2));
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    int[] head = before.get();
    int[] tail = after.get();
    if (head.length + tail.length >= GROUPS || text.substring(0, gap).indexOf('.') >= 0) {
      return Optional.empty();
    }
    int[] all = new int[GROUPS];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
    return Optional.of(all);
  }

  /** Groups between single colons; the last two may be written as IPv4. */
  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] words = text.split(":", -1);
    boolean endsAsV4 = words[words.length - 1].indexOf('.') >= 0;
    int[] groups = new int[endsAsV4 ? words.length + 1 : words.length];
    int hex = endsAsV4 ? words.length - 1 : words.length;
    for (int i = 0; i < hex; i++) {
      if (!words[i].matches("[0-9A-Fa-f]{1,4}")) {
        return Optional.empty();
      }
      groups[i] = Integer.parseInt(words[i], 16);
    }
    if (!endsAsV4) {
      return Optional.of(groups);
    }
    return v4(words[hex])
        .map(
            v4 -> {
              groups[hex] = (v4[0] << 8) | v4[1];
              groups[hex + 1] = (v4[2] << 8) | v4[3];
              return groups;
            });
  }
}
