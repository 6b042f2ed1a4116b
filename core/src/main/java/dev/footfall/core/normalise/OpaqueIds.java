package dev.footfall.core.normalise;

import java.util.regex.Pattern;

/** Ids that other companies made of people, taken as they are: case counts. */
public final class OpaqueIds {
  private static final Pattern RAW_ID = Pattern.compile("[A-Za-z0-9+/]{43}[A-Za-z0-9+/=]");
  private static final Pattern RAMP_ID = Pattern.compile("[A-Za-z0-9_-]{49}|[A-Za-z0-9_-]{70}");

  private OpaqueIds() {}

  /** Raw UID2s and EUIDs: 44 characters of Base64. */
  public static Normaliser uid2() {
    return shaped("raw UID2 or EUID", "44 characters of Base64", RAW_ID);
  }

  /** RampIDs: 49 or 70 characters. */
  public static Normaliser rampId() {
    return shaped("RampID", "49 or 70 letters, digits, - and _", RAMP_ID);
  }

  private static Normaliser shaped(String title, String inWords, Pattern shape) {
    return new StepByStep(
        title,
        (value, subject, out) -> Normaliser.SLOW,
        Step.requiring(inWords, v -> shape.matcher(v).matches()));
  }
}
