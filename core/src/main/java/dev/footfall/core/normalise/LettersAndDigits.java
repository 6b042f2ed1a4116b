package dev.footfall.core.normalise;

/** The rule of names and cities that keeps letters, their marks and digits. */
final class LettersAndDigits {
  private LettersAndDigits() {}

  static Normaliser normaliser(String title) {
    return new StepByStep(
        title,
        new CharacterRule(Characters::isNoLetterMarkOrDigit),
        Steps.NFC,
        Steps.LOWER,
        Step.turning(
            "keep letters, marks and digits",
            v -> Steps.without(v, Characters::isNoLetterMarkOrDigit)));
  }
}
