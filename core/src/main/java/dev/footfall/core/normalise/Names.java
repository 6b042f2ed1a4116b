package dev.footfall.core.normalise;

/** Given names and surnames. */
public final class Names {
  private Names() {}

  /** Lower case, without punctuation and symbols: {@code O'Brien} is {@code obrien}. */
  public static Normaliser withoutPunctuation() {
    return new StepByStep(
        "name, without punctuation",
        new CharacterRule(Characters::isPunctuationOrSymbol),
        Steps.NFC,
        Steps.TRIM,
        Steps.LOWER,
        Steps.NFC,
        Step.turning(
            "delete punctuation and symbols",
            v -> Steps.without(v, Characters::isPunctuationOrSymbol)),
        Steps.ONE_SPACE,
        Steps.TRIM);
  }

  /** Lower case, with accents and punctuation: {@code O'Brien} is {@code o'brien}. */
  public static Normaliser withPunctuation() {
    return new StepByStep(
        "name, with punctuation",
        new CharacterRule(c -> false),
        Steps.NFC,
        Steps.TRIM,
        Steps.ONE_SPACE,
        Steps.LOWER);
  }

  /** Lower case, nothing but letters, marks and digits: {@code Mary Ann} is {@code maryann}. */
  public static Normaliser lettersAndDigits() {
    return LettersAndDigits.normaliser("name, letters and digits");
  }
}
