package dev.footfall.core.credential;

/** A secret text that cannot be printed by accident. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Wraps a secret. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The secret itself, for the one place that sends it. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Always three asterisks. */
  @Override
  public String toString() {
    return "***";
  }
}
