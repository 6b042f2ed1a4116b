package dev.footfall.app.terminal;

/** How a piece of text looks on a terminal that knows colours; elsewhere it looks plain. */
public enum Style {
  /** As it is. */
  PLAIN(""),
  /** Titles and names. */
  STRONG("1"),
  /** What may be overlooked. */
  FAINT("2"),
  /** All is well. */
  GOOD("32"),
  /** Worth a look. */
  WARNING("33"),
  /** Something is wrong. */
  BAD("31"),
  /** What can be typed. */
  COMMAND("36");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** Wraps the text in this style's escape codes, if colours are on. */
  public String on(String text, boolean colours) {
    return !colours || code.isEmpty() || text.isEmpty()
        ? text
        : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
