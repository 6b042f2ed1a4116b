package dev.footfall.destinations.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Renewal;

/** What became of a renewal, for tests that know. */
public final class Grants {
  private Grants() {}

  /** The credential that was renewed. */
  public static CredentialValues credential(Renewal.Result result) {
    assertThat(result).isInstanceOf(Renewal.Result.Renewed.class);
    return ((Renewal.Result.Renewed) result).credential();
  }

  /** The code of a refusal. */
  public static Code refusal(Renewal.Result result) {
    assertThat(result).isInstanceOf(Renewal.Result.Refused.class);
    return ((Renewal.Result.Refused) result).code();
  }
}
