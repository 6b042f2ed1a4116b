package dev.footfall.core.destination;

/** A setting that is unknown, missing or unfit; the message is one line for the operator. */
public final class SettingFault extends RuntimeException {
  private final String setting;

  /** A fault of the named setting. */
  public SettingFault(String setting, String message) {
    super(message);
    this.setting = setting;
  }

  /** The setting at fault. */
  public String setting() {
    return setting;
  }
}
