package dev.footfall.core.destination;

import java.util.List;
import java.util.regex.Pattern;

/** A platform's own words, made fit for reports: short, on one line, without personal data. */
public final class PlatformWords {
  private static final int LONGEST = 300;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![\\w/=.-])\\+?\\d[\\d ()-]{8,}\\d");
  private static final Pattern HASH =
      Pattern.compile("[0-9A-Fa-f]{32,}|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}[A-Za-z0-9+/=]");

  /** In this order: a hash of digits alone is no telephone number. */
  private static final List<Pattern> PERSONAL = List.of(ADDRESS, HASH, LONG_NUMBER);

  private PlatformWords() {}

  /** The text without addresses, long numbers and hashes, cut to a line. */
  public static String of(String text) {
    String start = text.length() <= 10 * LONGEST ? text : text.substring(0, 10 * LONGEST);
    String line = CONTROL.matcher(start).replaceAll(" ").strip();
    String anonymous = line;
    for (Pattern personal : PERSONAL) {
      anonymous = personal.matcher(anonymous).replaceAll("***");
    }
    return anonymous.length() <= LONGEST ? anonymous : anonymous.substring(0, LONGEST) + "…";
  }
}
