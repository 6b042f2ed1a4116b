package dev.footfall.core.normalise;

/** Cities, in lower case. */
public final class Cities {
  private Cities() {}

  /** Without punctuation, symbols, spaces and numbers: {@code 29 Palms} is {@code palms}. */
  public static Normaliser letters() {
    return new StepByStep(
        "city, letters",
        new CharacterRule(Cities::isDropped),
        Steps.NFC,
        Steps.TRIM,
        Steps.LOWER,
        Step.turning(
            "delete punctuation, symbols, spaces and numbers",
            v -> Steps.without(v, Cities::isDropped)),
        Steps.TRIM);
  }

  /** Nothing but letters, marks and digits: {@code St. John's} is {@code stjohns}. */
  public static Normaliser lettersAndDigits() {
    return LettersAndDigits.normaliser("city, letters and digits");
  }

  private static boolean isDropped(int codePoint) {
    return Characters.isPunctuationOrSymbol(codePoint) || Characters.isNumberOrSpace(codePoint);
  }
}
