package dev.footfall.destinations.meta;

import java.util.regex.Pattern;

/** Meta's own words, made fit for reports: short, on one line, without addresses. */
final class Words {
  private static final int LONGEST = 300;
  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![\\w/=.-])\\+?\\d[\\d ()-]{8,}\\d");

  private Words() {}

  static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    String anonymous =
        LONG_NUMBER.matcher(ADDRESS.matcher(line).replaceAll("***")).replaceAll("***");
    return anonymous.length() <= LONGEST ? anonymous : anonymous.substring(0, LONGEST) + "…";
  }
}
